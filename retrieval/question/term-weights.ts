// Words that say what sort of answer is wanted, or that every question has; the answer seldom repeats them.
// 0.25 keeps them as a tie-break: with 1 the right-answer rate fell, with 0 "budget" and "price" lost their pull.
export const cueWeight = 0.25;
// Months and years are judged by period, where "2024" also means a document of 2024; as words they are a weak hint.
export const dateWeight = 0.35;
// A figure in a question may be the one that is out of date ("still 37 billion?"), so it must not decide alone.
export const figureWeight = 0.6;
// "Contribution" or "cost" beside a sum is understood, not written.
export const attributeWeight = 0.5;
