import { hearAnswer } from '../domain/answers/hear-answer.js';
import { LEARNT } from '../domain/answers/learnt-data.js';
import { ASK_KINDS } from '../domain/asks/ask-kinds.js';
import { asProgram } from '../tools/as-program.js';

const TEXTS = ['好的马上去', '修好了，换了个灯泡', '这个不归我管 找供水', 'waiting for parts, back tomorrow'];
const ROUNDS = 2_000;

/** The cost of hearing an answer: what it adds to the function that reads texts, the first one, and each once warm. */
async function main(): Promise<void> {
  const hear = (text: string): unknown => hearAnswer('outcome', ASK_KINDS.outcome, text);
  const began = performance.now();
  hear(TEXTS[0] ?? '');
  const first = performance.now() - began;
  const warmed = performance.now();
  for (let i = 0; i < ROUNDS; i += 1) hear(TEXTS[i % TEXTS.length] ?? '');
  const each = (performance.now() - warmed) / ROUNDS;
  console.log(
    `added to a bundle   ${(LEARNT.length / 1024).toFixed(0)} KB of what was learnt, as it is packed`,
  );
  console.log(`the first answer    ${first.toFixed(1)} ms`);
  console.log(`an answer, warm     ${each.toFixed(2)} ms`);
}

asProgram(import.meta.url, main);
