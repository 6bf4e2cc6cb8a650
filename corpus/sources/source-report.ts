import { z } from 'zod';

/** What a look at a source found, as the worker leaves it in the result of a job and people are shown it. */
export const sourceReport = z.object({
  url: z.string(),
  finalUrl: z.string(),
  host: z.string(),
  addresses: z.array(z.string()).readonly(),
  redirects: z.array(z.string()).readonly(),
  kind: z.enum(['feed', 'page', 'sitemap', 'file', 'none']),
  title: z.string().nullable(),
  publisher: z.string(),
  language: z.enum(['uk', 'en', 'ru', 'ja', 'und']).nullable(),
  charset: z.string().nullable(),
  feeds: z.array(z.string()).readonly(),
  samples: z.array(z.string()).readonly(),
  items: z.number(),
  itemsPerDay: z.number().nullable(),
  overlap: z.object({ looked: z.number(), sameAddress: z.number(), sameText: z.number() }).readonly(),
  /** `kind` is missing in reports of earlier versions; `reason` says the same in English. */
  lookAlike: z
    .object({
      known: z.string(),
      kind: z
        .enum(['same-look', 'moved-dots', 'same-beginning', 'one-character', 'mixed-alphabets'])
        .optional(),
      reason: z.string(),
    })
    .nullable(),
  robots: z.string().nullable(),
  suggestedTier: z.enum(['official', 'established', 'unreviewed']),
  problem: z.string().nullable(),
  /** Why what was read looks like no article but an error page or a wall; null when it looks well. */
  warning: z.string().nullable().default(null),
});

/** See {@link sourceReport}. */
export type SourceReport = Readonly<z.infer<typeof sourceReport>>;
