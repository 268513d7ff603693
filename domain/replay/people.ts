import { type AskOption, isAskOption } from '../asks/ask-kinds.js';
import type { PlannedAsk } from '../asks/planned-ask.js';
import { admitAnswer } from '../request/admit-answer.js';
import type { Answer, Rules } from '../request/decision.js';
import type { RequestRecord } from '../request/record.js';
import { type AnswerDelay, answersAt } from './answer-delay.js';
import { type PieceOfWork, piecesOfWork, workKey } from './pieces-of-work.js';
import type { RecordedCase } from './recorded-case.js';
import type { TypicalAnswers } from './typical-answers.js';

/** A future answer: by whom, and how long after they, or whoever is asked in their place, were asked. */
interface Intention {
  readonly person?: string | undefined;
  readonly answer: Omit<Answer, 'at' | 'by'> & { readonly by?: string };
  readonly delays: readonly AnswerDelay[];
}

/** One piece of work as it goes in the replay. */
interface Work {
  readonly silent: ReadonlySet<string>;
  readonly intention?: Intention | undefined;
  /** When somebody was asked who does something about it. */
  readonly begunAt?: number | undefined;
}

const NOBODY: ReadonlySet<string> = new Set();

/**
 * The people of one case, who do in the replay what they did in the record: the same answers, each as long after being
 * asked; silent where they were silent.
 */
export class People {
  private readonly script: Map<string, PieceOfWork[]>;
  /** By number of the open ask. */
  private readonly works = new Map<number, Work>();

  constructor(
    private readonly recorded: RecordedCase,
    private readonly rules: Rules,
    private readonly given: { readonly asOf: number; readonly typical: TypicalAnswers },
  ) {
    const pieces = piecesOfWork(recorded, rules.town.settings, given.asOf);
    this.script = new Map([...pieces].map(([key, list]) => [key, [...list]]));
  }

  /** Somebody is asked; after silence, about the same work as `before`. */
  hear(record: RequestRecord, ask: PlannedAsk, before?: PlannedAsk): void {
    const known = before && workKey(before) === workKey(ask) ? this.works.get(before.n) : undefined;
    const work = known ?? this.nextWork(record, ask);
    const begunAt = work.begunAt ?? (this.acts(work, ask) ? ask.askedAt : undefined);
    this.works.set(ask.n, { ...work, begunAt });
  }

  /** When an open ask will be answered, and how; undefined: not while it is open. */
  answerTo(ask: PlannedAsk): Answer | undefined {
    const { intention, begunAt } = this.works.get(ask.n) ?? { silent: NOBODY };
    if (!intention || begunAt === undefined) return undefined;
    const { settings } = this.rules.town;
    const after = intention.delays.reduce((at, delay) => answersAt(at, delay, settings), begunAt);
    const at = Math.max(after, ask.askedAt);
    if (at >= ask.until) return undefined;
    return { ...intention.answer, by: this.answerer(ask, intention), at };
  }

  private answerer({ to }: PlannedAsk, { person, answer }: Intention): string {
    if (to.who !== 'staff') return answer.by ?? 'resident';
    return to.staff === person ? (answer.by ?? to.staff) : to.staff;
  }

  /** Who was silent in the record is silent here; but at the end of the ladder somebody answers in the end. */
  private acts({ silent, intention }: Work, { to }: PlannedAsk): boolean {
    if (!intention) return false;
    return to.who !== 'staff' || to.last || to.staff === intention.person || !silent.has(to.staff);
  }

  /** The next piece of work of this kind in the record; what nobody was asked there is answered as is usual. */
  private nextWork(record: RequestRecord, ask: PlannedAsk): Work {
    const pieces = this.script.get(workKey(ask));
    if (!pieces?.length) return { silent: NOBODY, intention: this.usual(ask) };
    const delays: AnswerDelay[] = [];
    for (let piece = pieces.shift(); piece; piece = pieces.shift()) {
      if (!piece.answered) return { silent: piece.silent };
      const { person, answer, delay } = piece.answered;
      delays.push(delay);
      // An option that the changed rules do not take is not answered: the next answer comes as long after as it did.
      if (isAskOption(answer.option) && this.isTaken(record, ask, { ...answer, option: answer.option }))
        return { silent: piece.silent, intention: { person, answer, delays } };
    }
    return { silent: NOBODY, intention: this.usual(ask) };
  }

  private isTaken(record: RequestRecord, ask: PlannedAsk, answer: Answer & { option: AskOption }): boolean {
    const { option, note, yuan } = answer;
    return ask.options.includes(option) && admitAnswer(record, this.rules, ask, option, note, yuan).admitted;
  }

  private usual({ kind }: PlannedAsk): Intention | undefined {
    const typical = this.given.typical.get(kind);
    if (!typical) return undefined;
    const { grid } = this.recorded.record;
    const note = typical.option === 'place' ? { note: String(grid ?? '') } : {};
    return { answer: { option: typical.option, ...note }, delays: [typical.delay] };
  }
}
