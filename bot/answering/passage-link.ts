/** A link that opens the evidence card of a passage in a private chat with the bot. */
export function passageLink(username: string, passageKey: string): string {
  return `https://t.me/${username}?start=e_${passageKey}`;
}
