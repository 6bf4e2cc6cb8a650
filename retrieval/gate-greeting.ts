// Said before anything else, and full of the words of news: the gate took a mine reported after it for a headline.
const patriotic =
  /(?<!\p{L})(?:слава\s+(?:україні|украине|украiнi|зсу|нації)|героям\s+слава|glory\s+to\s+(?:ukraine|the\s+heroes)|slava\s+ukra[iyї]{1,2}n[iy]|hero[iy]am\s+slava|ми\s+з\s+україни)(?!\p{L})[\s.,!;:–—-]*/giu;

/** The message without greetings that name the country: what is said after them counts as if they had not been said. */
export function withoutGreeting(text: string): string {
  return text.replace(patriotic, ' ');
}
