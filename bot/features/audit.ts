import { stringify } from 'csv-stringify/sync';
import { Composer, InlineKeyboard, InputFile } from 'grammy';
import type { AuditEntry } from '../../corpus/storage/audit-log.ts';
import type { BotContext } from '../context.ts';
import { showMark } from '../messages/callback-data.ts';
import { renderBlocks } from '../messages/render.ts';
import { sendParts } from '../messages/send-parts.ts';
import { auditLine } from '../moderation/audit-line.ts';
import { permitted } from '../moderation/permitted.ts';

/** `/audit`: who did what, for owners; the whole log as a file. */
export const audit = new Composer<BotContext>();

const shownEntries = 20;
const exportedEntries = 100_000;

audit.command('audit', async (ctx) => {
  if ((await permitted(ctx, 'see-audit')) === null) return;
  const entries = await readAudit(ctx, shownEntries);
  const { language, t } = ctx;
  const findActor = (actor: string) => ctx.deps.moderation.staff.findActor(actor);
  const lines = entries.map((entry) => ({
    kind: 'plain' as const,
    text: auditLine({ entry, findActor, language, t }),
  }));
  const title = ctx.t(entries.length === 0 ? 'audit-none' : 'audit-title', { count: entries.length });
  const keyboard = new InlineKeyboard().text(ctx.t('audit-export'), `${showMark}ax`);
  await sendParts(ctx, renderBlocks([{ kind: 'lead', text: title }, ...lines]), { keyboard });
});

audit.callbackQuery(/^~ax$/, async (ctx) => {
  const by = await permitted(ctx, 'export-audit');
  if (by === null) return;
  await ctx.answerCallbackQuery();
  const entries = await readAudit(ctx, exportedEntries);
  await ctx.deps.moderation.peopleAudit.record({
    at: new Date(ctx.deps.clock.now()),
    actor: by.actor,
    act: 'export-audit',
    subject: `staff:${by.staffId}`,
  });
  const file = new InputFile(Buffer.from(auditTable(ctx, entries), 'utf8'), 'audit.csv');
  await ctx.replyWithDocument(file, { caption: ctx.t('audit-file', { count: entries.length }) });
});

/** Both logs as one, newest first. */
async function readAudit(ctx: BotContext, limit: number): Promise<AuditEntry[]> {
  const { peopleAudit, corpus } = ctx.deps.moderation;
  const logs = await Promise.all([peopleAudit.list({ limit }), (await corpus()).audit.list({ limit })]);
  return logs
    .flat()
    .sort((a, b) => b.at.localeCompare(a.at) || b.id - a.id)
    .slice(0, limit);
}

// A cell that begins like a formula would be calculated by the spreadsheet of whoever opens the file.
function auditTable(ctx: BotContext, entries: readonly AuditEntry[]): string {
  const rows = entries.map((entry) => ({
    at: entry.at,
    actor: entry.actor,
    person: ctx.deps.moderation.staff.findActor(entry.actor)?.userId ?? '',
    name: ctx.deps.moderation.staff.findActor(entry.actor)?.name ?? '',
    act: entry.act,
    subject: entry.subject,
    details: JSON.stringify(entry.details),
  }));
  const columns = ['at', 'actor', 'person', 'name', 'act', 'subject', 'details'];
  return `\ufeff${stringify(rows, { header: true, columns, escape_formulas: true })}`;
}
