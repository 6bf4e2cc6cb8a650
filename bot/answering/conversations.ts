// A person who comes back later starts a new conversation, and nothing about it should still be in memory.
const keepMs = 30 * 60 * 1000;
const maxConversations = 10_000;
const maxAlbums = 1000;

/** The previous question of each conversation, for follow-ups. In memory only, so that it never reaches a disk. */
export class Conversations {
  private readonly questions = new Map<string, { readonly text: string; readonly atMs: number }>();

  private readonly albums = new Set<string>();

  constructor(private readonly now: () => number = Date.now) {}

  /** The question this person asked last in this chat, unless it is over 30 minutes old. */
  previous(chatId: number, userId: number): string | undefined {
    const found = this.questions.get(`${chatId}:${userId}`);
    return found !== undefined && this.now() - found.atMs < keepMs ? found.text : undefined;
  }

  remember(chatId: number, userId: number, text: string): void {
    const key = `${chatId}:${userId}`;
    this.questions.delete(key);
    this.questions.set(key, { text, atMs: this.now() });
    // The map keeps the order of insertion: the first entries are the oldest.
    for (const [oldKey, { atMs }] of this.questions) {
      if (this.questions.size <= maxConversations && this.now() - atMs < keepMs) break;
      this.questions.delete(oldKey);
    }
  }

  forget(userId: number): void {
    for (const key of this.questions.keys()) if (key.endsWith(`:${userId}`)) this.questions.delete(key);
  }

  /** True for the first message of an album, which Telegram delivers as one message per picture. */
  isNewAlbum(albumId: string): boolean {
    if (this.albums.has(albumId)) return false;
    if (this.albums.size >= maxAlbums) this.albums.clear();
    this.albums.add(albumId);
    return true;
  }
}
