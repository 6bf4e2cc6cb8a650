import { z } from 'zod';

/** A line of a set of phrases. */
export const phrase = z.object({
  text: z.string(),
  language: z.enum(['uk', 'en', 'ru', 'ja', 'mixed']),
  expect: z.enum(['find', 'how-to']).nullable(),
});

/** A message with the verdict of a reader. */
export type Phrase = z.infer<typeof phrase>;
