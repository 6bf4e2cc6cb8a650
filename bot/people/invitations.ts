import { randomBytes } from 'node:crypto';
import { recordAudit } from '../../corpus/storage/audit-log.ts';
import { inTransaction } from '../../corpus/storage/sqlite.ts';
import { actorName, type Staff } from './staff.ts';

/** How long an invitation waits for its guest. */
export const invitationHours = 24;

// 144 bits: nobody guesses one, and with its prefix it fits into a deep link of 64 characters.
const tokenBytes = 18;

/** What came of a token. `again`: the same guest opened the same link twice. */
export type Redemption =
  | { readonly kind: 'welcome' | 'again'; readonly invitedBy: number }
  | { readonly kind: 'unknown' | 'used' | 'expired' | 'owner' };

/** Links that make one person a moderator, once. Only hashes of them are stored. */
export class Invitations {
  constructor(
    private readonly staff: Staff,
    private readonly now: () => number = Date.now,
  ) {}

  /** A new token. @returns what goes into the link; it cannot be read back. */
  create(byStaffId: number): string {
    const { db, sql } = this.staff.database;
    const token = randomBytes(tokenBytes).toString('base64url');
    inTransaction(db, () => {
      sql('INSERT INTO invitations (token, invited_by, expires_at) VALUES (?, ?, ?)').run(
        this.hash(token),
        byStaffId,
        this.now() + invitationHours * 60 * 60 * 1000,
      );
      this.note('invite', byStaffId, `staff:${byStaffId}`);
    });
    return token;
  }

  /** Makes the guest a moderator if the token is good; it is used up then. */
  redeem(token: string, guest: { readonly userId: number; readonly name: string }): Redemption {
    const { db, sql } = this.staff.database;
    return inTransaction(db, (): Redemption => {
      const row = sql<{ invited_by: number; expires_at: number; used_by: number | null }>(
        'SELECT invited_by, expires_at, used_by FROM invitations WHERE token = ?',
      ).get(this.hash(token));
      if (row === undefined) return { kind: 'unknown' };
      if (row.used_by !== null) return this.usedBy(row.used_by, guest.userId, row.invited_by);
      if (row.expires_at < this.now()) return { kind: 'expired' };
      if (this.staff.roleOf(guest.userId) === 'owner') return { kind: 'owner' };
      const id = this.staff.appoint(guest.userId, guest.name);
      sql('UPDATE invitations SET used_by = ? WHERE token = ?').run(id, this.hash(token));
      this.note('join', id, `staff:${row.invited_by}`);
      return { kind: 'welcome', invitedBy: row.invited_by };
    });
  }

  // An update that is handled again after a crash must end as it did; a dismissed moderator's old link must not.
  private usedBy(staffId: number, userId: number, invitedBy: number): Redemption {
    const member = this.staff.find(staffId);
    return member?.userId === userId && member.role === 'moderator'
      ? { kind: 'again', invitedBy }
      : { kind: 'used' };
  }

  private note(act: string, staffId: number, subject: string): void {
    recordAudit(this.staff.database.db, {
      at: new Date(this.now()),
      actor: actorName(staffId),
      act,
      subject,
    });
  }

  private hash(token: string): Buffer {
    return this.staff.database.sealer.fingerprint('invitation', token);
  }
}
