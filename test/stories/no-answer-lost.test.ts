import * as fc from 'fast-check';
import { askedCode } from '../../domain/codes/asked-code.js';
import { showRequestId } from '../../domain/codes/request-id.js';
import { eachStory } from './each-story.js';
import { RESIDENT, type Receipt, type TownStory } from './town-story.js';

/** What may happen next: whoever was asked last answers, answers again, answers what somebody else was asked meanwhile; nobody does; a word is taken back. */
const EVENTS = ['answer', 'answer', 'answer', 'again', 'late', 'wait', 'undo', 'withdraw'] as const;
type Event = (typeof EVENTS)[number];

/** Categories whose ways lead through every kind of ask of a request. */
const CATEGORIES = [
  'street-light',
  'water-leak',
  'cataract-surgery',
  'petition',
  'neighbour-dispute',
  'gas-leak',
] as const;

/** A text that asks: somebody's number and the code. */
interface Asked {
  readonly phone: string;
  readonly code: string;
}

/** What was said, by whom, and what they were told. */
interface Said {
  readonly words: string;
  readonly reply: string;
}

/** Nothing was recorded, and its sender knows: they are asked what they mean. */
const ASKED_BACK = /还没|没看|请再回|请回|没有编码|多件待办/;

class Interleaving {
  private readonly said: Said[] = [];
  private answered: Asked | undefined;

  constructor(
    private readonly town: TownStory,
    private readonly receipt: Receipt,
  ) {}

  async happen(event: Event): Promise<void> {
    const asks = this.asks();
    switch (event) {
      case 'answer':
        return this.say(asks.at(-1), '1 9月3日上午9点');
      case 'again':
        return this.say(this.answered, '2');
      case 'late':
        return this.say(asks.at(-2), '1');
      case 'wait':
        return this.town.advance('P1DT1H');
      case 'undo':
        return this.answered && this.town.text(this.answered.phone, '撤销');
      case 'withdraw':
        return this.town.text(RESIDENT.phone, `撤回 ${showRequestId(this.receipt.id)}`);
    }
  }

  /** Every ask that was texted about the request, in order; what a task of the staff asks besides stands with the task. */
  private asks(): Asked[] {
    return this.town.cloud.sms.sent().flatMap(({ to, body }) => {
      const code = /【督办】|【复盘】/.test(body) ? undefined : askedCode(body);
      return code === undefined || !body.includes(showRequestId(this.receipt.id))
        ? []
        : [{ phone: to, code }];
    });
  }

  private async say(asked: Asked | undefined, digit: string): Promise<void> {
    if (!asked) return;
    const words = `示例话${this.said.length + 1}号`;
    this.town.typed.add(words);
    const before = this.town.textsTo(asked.phone).length;
    await this.town.text(asked.phone, `${asked.code} ${digit} ${words}`);
    this.said.push({ words, reply: this.town.textsTo(asked.phone).slice(before).join('\n') });
    this.answered = asked;
  }

  /** What was said that stands nowhere, though nobody was asked back. */
  async lost(): Promise<Said[]> {
    const response = await this.town.admin('leader', `/admin/requests/${this.receipt.id}`);
    const recorded =
      (await response.text()) +
      this.town.cloud.sms
        .sent()
        .map(({ body }) => body)
        .join('\n');
    return this.said.filter(({ words, reply }) => !recorded.includes(words) && !ASKED_BACK.test(reply));
  }
}

describe('no answer that was given is lost', () => {
  const story = eachStory({ console: true });

  it.each(CATEGORIES)(
    'whatever is answered, late, again or taken back, and whoever is silent: %s',
    async (category) => {
      const town = story();
      const events = fc.array(fc.constantFrom(...EVENTS), { minLength: 6, maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(events, async (happened) => {
          const receipt = await town.submit(
            { category, description: '示例：请看一下' },
            `${happened.join()} ${Math.random()}`,
          );
          const one = new Interleaving(town, receipt);
          for (const event of happened) await one.happen(event);
          expect(await one.lost()).toEqual([]);
        }),
        { numRuns: 3, seed: 20_261_129, endOnFailure: true },
      );
    },
  );
});
