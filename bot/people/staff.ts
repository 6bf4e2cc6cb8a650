import { recordAudit } from '../../corpus/storage/audit-log.ts';
import { inTransaction } from '../../corpus/storage/sqlite.ts';
import type { PeopleDatabase } from './people-database.ts';
import type { Role } from './roles.ts';

/** Somebody who decides, or decided. */
export interface StaffMember {
  readonly id: number;
  readonly userId: number;
  /** First name as Telegram showed it when the person came; for owners who read a list, never for rights. */
  readonly name: string;
  readonly role: Role;
  /** Milliseconds since 1970. */
  readonly since: number;
}

interface Row {
  readonly id: number;
  readonly sealed: Buffer;
  readonly is_moderator: number;
  readonly since: number;
}

const place = 'staff.sealed';
const maxNameLength = 60;

/** Name of a member in audit logs: says nothing without the people database. */
export function actorName(staffId: number): string {
  return `p${staffId}`;
}

/** Owners and moderators, by numeric Telegram id. */
export class Staff {
  private readonly owners: ReadonlySet<number>;

  /** @param ownerIds OWNER_IDS of the configuration; they cannot be changed from the chat. */
  constructor(
    readonly database: PeopleDatabase,
    ownerIds: readonly string[],
    private readonly now: () => number = Date.now,
  ) {
    this.owners = new Set(ownerIds.map(Number));
  }

  /** The role of now. */
  roleOf(userId: number): Role {
    if (this.owners.has(userId)) return 'owner';
    return this.row(userId)?.is_moderator === 1 ? 'moderator' : 'reader';
  }

  /** The number of a person in `staff`, who stands there from now on. */
  numberOf(userId: number, name: string): number {
    const known = this.row(userId);
    const { sealer, sql } = this.database;
    const sealed = sealer.seal({ userId, name: [...name].slice(0, maxNameLength).join('') }, place);
    if (known !== undefined) {
      // An owner gets a number with the first card sent to them, before anybody knows what they are called.
      if (name !== '' && this.read(known).name === '')
        sql('UPDATE staff SET sealed = ? WHERE id = ?').run(sealed, known.id);
      return known.id;
    }
    // Only when there is none: an insert that changes nothing would use up a number all the same.
    sql('INSERT OR IGNORE INTO staff (fingerprint, sealed, since) VALUES (?, ?, ?)').run(
      this.fingerprint(userId),
      sealed,
      this.now(),
    );
    return this.row(userId)!.id;
  }

  /** The member with this number, whatever the role is now. */
  find(staffId: number): StaffMember | null {
    const row = this.database
      .sql<Row>('SELECT id, sealed, is_moderator, since FROM staff WHERE id = ?')
      .get(staffId);
    return row === undefined ? null : this.read(row);
  }

  /** The member behind a name in an audit log, null for `cli` and the like. */
  findActor(actor: string): StaffMember | null {
    const id = /^p(\d+)$/.exec(actor)?.[1];
    return id === undefined ? null : this.find(Number(id));
  }

  /** True for a member whose voice still counts, and for voices that are not ours to judge. */
  stillDecides(actor: string): boolean {
    const member = this.findActor(actor);
    return member === null ? !/^p\d+$/.test(actor) : member.role !== 'reader';
  }

  /** Moderators, oldest first; owners are not among them. */
  moderators(): StaffMember[] {
    return this.database
      .sql<Row>('SELECT id, sealed, is_moderator, since FROM staff WHERE is_moderator = 1 ORDER BY id')
      .all()
      .map((row) => this.read(row))
      .filter((member) => member.role === 'moderator');
  }

  /** Telegram ids of everybody who decides. */
  deciders(): number[] {
    return [...new Set([...this.owners, ...this.moderators().map((member) => member.userId)])];
  }

  /** Makes somebody a moderator. Call inside a transaction with the note of it. */
  appoint(userId: number, name: string): number {
    const id = this.numberOf(userId, name);
    this.database.sql('UPDATE staff SET is_moderator = 1, since = ? WHERE id = ?').run(this.now(), id);
    return id;
  }

  /** Takes the role away, with a note. @returns false when the person is no moderator. */
  dismiss(staffId: number, byStaffId: number): boolean {
    const { db, sql } = this.database;
    return inTransaction(db, () => {
      const done = sql('UPDATE staff SET is_moderator = 0 WHERE id = ? AND is_moderator = 1').run(staffId);
      if (done.changes === 0) return false;
      recordAudit(db, {
        at: new Date(this.now()),
        actor: actorName(byStaffId),
        act: 'remove-moderator',
        subject: `staff:${staffId}`,
      });
      return true;
    });
  }

  private row(userId: number): Row | undefined {
    return this.database
      .sql<Row>('SELECT id, sealed, is_moderator, since FROM staff WHERE fingerprint = ?')
      .get(this.fingerprint(userId));
  }

  private read(row: Row): StaffMember {
    const { userId, name } = this.database.sealer.open(row.sealed, place) as { userId: number; name: string };
    const appointed: Role = row.is_moderator === 1 ? 'moderator' : 'reader';
    return {
      id: row.id,
      userId,
      name,
      role: this.owners.has(userId) ? 'owner' : appointed,
      since: row.since,
    };
  }

  private fingerprint(userId: number): Buffer {
    return this.database.sealer.fingerprint('staff', userId);
  }
}
