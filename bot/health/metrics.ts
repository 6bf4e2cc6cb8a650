import type { Answer, AnswerKind, Question } from '../../retrieval/answer.ts';

/** Upper ends of the buckets in seconds: a person notices from 0.3 s and leaves after 10 s. */
const bucketsSeconds = [0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 5, 10] as const;

/** One measured value with what tells it from its sisters. Labels are from closed sets and name nobody. */
export interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A named measure in the text format of Prometheus. */
export interface Measure {
  readonly name: string;
  readonly kind: 'counter' | 'gauge';
  readonly help: string;
  readonly samples: readonly Sample[];
}

/** Counts answers and how long they took. In memory: Prometheus expects counters to begin anew with the process. */
export class AnswerMetrics {
  private readonly answers = new Map<AnswerKind | 'failed', number>();
  private readonly buckets = new Array<number>(bucketsSeconds.length + 1).fill(0);
  private sumSeconds = 0;

  /** The same asker, watched. */
  watch<Asker extends { ask(question: Question): Promise<Answer> }>(asker: Asker): Pick<Asker, 'ask'> {
    const ask = async (question: Question): Promise<Answer> => {
      const startedAt = performance.now();
      try {
        const answer = await asker.ask(question);
        this.note(answer.kind, (performance.now() - startedAt) / 1000);
        return answer;
      } catch (error) {
        this.note('failed', (performance.now() - startedAt) / 1000);
        throw error;
      }
    };
    return { ask } as Pick<Asker, 'ask'>;
  }

  /** Takes down one answer. */
  note(kind: AnswerKind | 'failed', seconds: number): void {
    this.answers.set(kind, (this.answers.get(kind) ?? 0) + 1);
    const at = bucketsSeconds.findIndex((end) => seconds <= end);
    this.buckets[at < 0 ? bucketsSeconds.length : at]! += 1;
    this.sumSeconds += seconds;
  }

  /** The counters and the histogram as text. */
  text(): string {
    const samples = [...this.answers].map(([kind, value]) => ({ labels: { kind }, value }));
    const help = 'Questions answered, by kind of answer.';
    const name = 'bot_answer_seconds';
    let below = 0;
    const lines = [...bucketsSeconds, '+Inf'].map((end, index) => {
      below += this.buckets[index]!;
      return `${name}_bucket{le="${end}"} ${below}`;
    });
    return [
      measureText({ name: 'bot_answers_total', kind: 'counter', help, samples }),
      `# HELP ${name} Time from a question to its answer.\n# TYPE ${name} histogram`,
      ...lines,
      `${name}_sum ${this.sumSeconds}\n${name}_count ${below}`,
    ].join('\n');
  }
}

/** A measure as text. */
export function measureText({ name, kind, help, samples }: Measure): string {
  const lines = samples.map(({ labels = {}, value }) => {
    const pairs = Object.entries(labels).map(([key, text]) => `${key}="${text.replace(/["\\\n]/g, '_')}"`);
    return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}`;
  });
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`, ...lines].join('\n');
}
