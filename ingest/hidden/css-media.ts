import { cssNumber } from '../markup/css-number.ts';

// Who reads a page: on a wide bright screen, with a mouse, in no special mode.
const view = { width: 1280, height: 800 };
const features: Readonly<Record<string, string>> = {
  'prefers-color-scheme': 'light',
  'prefers-reduced-motion': 'no-preference',
  'prefers-contrast': 'no-preference',
  'prefers-reduced-data': 'no-preference',
  'prefers-reduced-transparency': 'no-preference',
  'forced-colors': 'none',
  orientation: 'landscape',
  hover: 'hover',
  'any-hover': 'hover',
  pointer: 'fine',
  'any-pointer': 'fine',
  'display-mode': 'browser',
  scripting: 'enabled',
  update: 'fast',
};

/** Whether a media query holds for an ordinary reader; a list holds when one of its queries does. */
export function mediaHolds(query: string): boolean {
  return query
    .toLowerCase()
    .slice(0, 500)
    .split(/,| or /)
    .some((one) => queryHolds(one.trim()));
}

function queryHolds(query: string): boolean {
  const isNot = /^not\s/.test(query);
  const bare = query.replace(/^(?:not|only)\s{1,9}/, '');
  const type = /^[a-z-]{1,20}/.exec(bare)?.[0] ?? 'all';
  const conditions = [...bare.matchAll(/\(([^()]{1,100})\)/g)].map(([, inside]) => conditionHolds(inside!));
  const holds = /^(?:all|screen)$/.test(type) && conditions.every(Boolean);
  return isNot ? !holds : holds;
}

function conditionHolds(condition: string): boolean {
  const [name = '', value] = condition.split(':').map((part) => part.trim());
  const side = /height/.test(name) ? view.height : view.width;
  if (/^(?:min|max)-(?:device-)?(?:width|height)$/.test(name)) {
    const bound = cssNumber(value);
    return bound === null || (name.startsWith('min') ? side >= bound : side <= bound);
  }
  const range = /(?:width|height)\s{0,9}([<>]=?)\s{0,9}(\S{1,40})/.exec(condition);
  if (range !== null) {
    const bound = cssNumber(range[2]) ?? side;
    return range[1]!.startsWith('<') ? side <= bound : side >= bound;
  }
  return value === undefined || features[name] === undefined || features[name] === value;
}
