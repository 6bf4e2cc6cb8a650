// Said before anything else, and full of the words of news: the gate took a mine reported after it for a headline.
const patriotic =
  /(?<!\p{L})(?:слава\s+(?:україні|украине|украiнi|зсу|нації)|героям\s+слава|glory\s+to\s+(?:ukraine|the\s+heroes)|slava\s+ukra[iyї]{1,2}n[iy]|hero[iy]am\s+slava|ми\s+з\s+україни)(?!\p{L})[\s.,!;:–—-]*/giu;
// `Dear project team!` names an organisation as well, but one that is spoken to.
const address =
  /^\s*(?:вітаю|вітання|привіт|привет|добр\p{L}{2,4}\s+\p{L}{3,6}|здравствуйте|шановн\p{L}{1,3}|уважаем\p{L}{2,3}|dear|hello|hi)[\s,]+(?:(?:команд\p{L}{1,3}|проєкт\p{L}{0,3}|проект\p{L}{0,3}|фонд\p{L}{0,3}|редакці\p{L}{1,2}|редакци\p{L}{1,2}|колег\p{L}{1,3}|коллег\p{L}{1,2}|друзі|друзья|project|team|foundation|editors|colleagues|friends|all)[\s,]*){1,3}[.!,:\n]+/iu;

/** The message without greetings that name the country or an organisation: what is said after them counts as if they had not been said. */
export function withoutGreeting(text: string): string {
  return text.replace(patriotic, ' ').replace(address, ' ');
}
