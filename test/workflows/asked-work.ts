import type { AskOption } from '../../domain/asks/ask-kinds.js';
import { type AskHolder, plannedAsk } from '../../domain/asks/plan-ask.js';
import type { PlannedAsk } from '../../domain/asks/planned-ask.js';
import type { Answer } from '../../domain/request/decision.js';
import { FORWARD } from '../domain/request/walk.js';
import type { Failing, MachinesAtWork, Payload, Work } from './machines-at-work.js';

export type Reply = AskOption | 'silence';

/** What people have answered to something, and hear of it; its functions are the rules, on a record in memory. */
export abstract class AskedWork<Next extends { readonly to: string }> implements Work {
  failing: Failing[] = [];
  readonly called = new Set<string>();
  /** The next ask's token never comes to where answers are given. */
  loses: string | undefined;
  /** Who was asked for what, in order; an ask that is put again is put once. */
  readonly put: string[] = [];
  private readonly known = new Set<number>();
  private readonly tokens = new Map<number, string>();
  private readonly answers = new Map<number, Answer>();
  private readonly meant = new Map<number, Reply | undefined>();

  constructor(
    protected readonly host: MachinesAtWork,
    /** What is answered in turn; then whatever leads on. */
    private readonly replies: Reply[],
  ) {}

  abstract call(name: string, payload: Payload): unknown;
  protected abstract get holder(): AskHolder;
  protected abstract answered(ask: number, answer: Answer): Next;
  /** What whoever waits for this ask is told. */
  protected abstract told(kind: PlannedAsk['kind'], next: Next): { output: object } | { error: string };

  /** As ask-person does: an ask that was answered, or is not asked any more, lets its task go. */
  protected async ask({ state, ask, token, step }: Payload): Promise<void> {
    const n = Number(ask);
    const planned = plannedAsk(this.holder, n);
    const lost = this.loses === state;
    if (lost) this.loses = undefined;
    else this.tokens.set(n, String(token));
    if (planned && !this.known.has(n)) {
      this.known.add(n);
      if (planned.kind !== 'attention' && planned.kind !== 'place')
        this.put.push(`${planned.kind} ${planned.to.who === 'staff' ? planned.to.staff : planned.to.who}`);
    }
    if (planned && !this.answers.has(n)) return;
    if (await this.apply(n, planned?.kind ?? 'report')) return;
    await this.host.tell(
      String(token),
      step === true ? { output: { to: 'finished' } } : { error: 'Reopened' },
    );
  }

  private async apply(n: number, kind: PlannedAsk['kind']): Promise<boolean> {
    const answer = this.answers.get(n) ?? { option: 'superseded', by: 'system', at: this.host.clock.now() };
    const next = this.answered(n, answer);
    if (next.to === 'over') return false;
    const token = this.tokens.get(n);
    if (token !== undefined) await this.host.tell(token, this.told(kind, next));
    return true;
  }

  /** Somebody who was asked answers, whoever looks at a failure before all; false where nobody has anything to say. */
  async isAnswered(): Promise<boolean> {
    const { asks } = this.holder;
    // Nobody says when there is a place: the list is looked at again.
    const heard = asks.filter(({ n, to }) => to.who !== 'quota' && this.known.has(n) && !this.answers.has(n));
    const ask =
      heard.find(({ kind }) => kind === 'attention') ?? heard.find((one) => this.replyTo(one) !== 'silence');
    if (!ask) return false;
    await this.give(ask, this.replyTo(ask));
    return true;
  }

  private replyTo({ n, kind, options }: PlannedAsk): Reply | undefined {
    if (!this.meant.has(n))
      this.meant.set(n, (kind === 'attention' ? undefined : this.replies.shift()) ?? FORWARD_OF(options));
    return this.meant.get(n);
  }

  private async give(ask: PlannedAsk, reply: Reply | undefined): Promise<void> {
    const { n, kind, to } = ask;
    const at = this.host.clock.now();
    const by = to.who === 'staff' ? to.staff : to.who === 'resident' ? 'resident' : 'system';
    const option = reply === undefined || reply === 'silence' ? 'closed' : reply;
    this.answers.set(n, { option, by, at, note: NOTES[option] ?? 'because' });
    await this.apply(n, kind);
    for (const other of this.settledBeside()) {
      this.answers.set(other.n, { option: 'superseded', by: 'system', at });
      await this.apply(other.n, other.kind);
    }
  }

  /** Asks that the answer which was just given has settled. */
  protected settledBeside(): readonly PlannedAsk[] {
    return [];
  }
}

const FORWARD_OF = (options: readonly AskOption[]): AskOption | undefined =>
  [...FORWARD, ...LEADING_ON].find((one) => options.includes(one));
/** Of tasks of the staff. */
const LEADING_ON: readonly AskOption[] = ['passed', 'well', 'replied'];

const NOTES: Readonly<Record<string, string>> = {
  place: '1',
  transfer: 'water',
  said: 'yes',
  documents: '1',
};
