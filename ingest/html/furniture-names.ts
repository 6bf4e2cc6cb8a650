import type { DomElement } from '../markup/dom.ts';

/** Names in class and id that announce page furniture; believed unless most of the page stands inside. */
const certain = words(
  'cookie cookies consent gdpr ccpa breadcrumb breadcrumbs crumbs pagination pager paginator commentform disqus ' +
    'respond share shares sharing sharebar sharer social socials sociallinks addthis addtoany a2a newsletter ' +
    'subscribe subscription subscriptions advert advertisement advertising ads adv adsense adsbygoogle adfox ' +
    'sponsored related relatedposts recommend recommended recommendation recommendations readalso readmore ' +
    'outbrain taboola mgid promoted trending sidebar nav navbar navigation menu submenu megamenu footer topbar ' +
    'login signin signup modal popup overlay tagcloud taglist skip ticker newsticker weather currency exchange ' +
    'horoscope poll voting donate donation mistape errorreport feedback authorbox authorbio authorinfo authorcard ' +
    'authorblock authorprofile authordescription aboutauthor aboutauthors postauthor bio byline printonly toolbar ' +
    'caption figcaption credits photocredit copyright toc langswitch language lang',
);
/** Names that are furniture only when what they hold is mostly links or very short. */
const doubtful = words(
  'widget widgets banner banners promo promotion teaser teasers popular also more latest lastnews other others ' +
    'author authors tag tags meta info header gallery slider carousel swiper support rating views counter print ' +
    'tools actions links extra bottom aside rail side announce anons similar see next prev previous interesting hot ' +
    'top follow partner partners sponsor ad date time category categories rubric rubrics label labels source credit photo',
);
const comments =
  /(?:^|[\s_-])comment(?:s|list)?(?:$|[\s_-](?:list|area|section|wrap|wrapper|block|container|items?|body|content)|\s)/i;

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** How sure the names of an element make that it is furniture. */
export type NameVerdict = 'comments' | 'furniture' | 'doubtful' | null;

/** Judges an element by its class and id. Utility classes ("lg:hidden", "has-sidebar", "no-comments") say nothing. */
export function judgeNames(element: DomElement): NameVerdict {
  const source = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.slice(0, 500);
  if (source.trim() === '') return null;
  const names = source
    .split(/\s+/)
    .filter((name) => !/[:[\]/]|^(?:has|no|with|without|is|js|wp|col|row|tag|category)-/i.test(name));
  if (comments.test(names.join(' '))) return 'comments';
  const tokens = names.flatMap(tokensOf);
  if (tokens.some((token) => certain.has(token))) return 'furniture';
  return tokens.some((token) => doubtful.has(token)) ? 'doubtful' : null;
}

/** "relatedPosts" and "related-posts" both give related, posts, relatedposts. */
function tokensOf(name: string): string[] {
  const parts = name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return [...parts, parts.join('')].filter((token) => token.length > 1);
}
