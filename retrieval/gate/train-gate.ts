import { writeFileSync } from 'node:fs';
import { modelFile, written } from './gate-model.ts';
import { learn, lessonHash, lessons } from './gate-training.ts';

// npx tsx retrieval/gate/train-gate.ts: learns the weights of the gate from the phrases in eval/safety, in some ten seconds.
const phrases = lessons();
writeFileSync(modelFile, written(learn(phrases), lessonHash(phrases)));
process.stdout.write(`Learned from ${phrases.length} phrases.\n`);
