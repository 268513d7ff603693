import * as z from 'zod';
import type { Town } from '../../domain/town/schema.js';
import { formAskedFor } from '../stories/form-asked-for.js';
import { askedCode } from '../../domain/codes/asked-code.js';
import { control, http, sentTexts, type Text } from './host-client.js';
import type { Line } from './line.js';

const receiptSchema = z.object({ id: z.string(), trackingKey: z.string() });
const viewSchema = z.object({
  status: z.string(),
  closedAs: z.string().optional(),
  timeline: z.array(z.object({ at: z.string(), type: z.string(), text: z.string() })),
});
export type View = z.infer<typeof viewSchema>;

/** A submission that the town said it had accepted. */
export interface Accepted {
  readonly id: string;
  readonly key: string;
  readonly phone: string;
  readonly trackingKey: string;
  /** The tracking page when it was last looked at. */
  seen?: View;
}

/** A text that the town's number said it had taken. */
export interface Taken {
  readonly id: string;
  readonly from: string;
  /** Whether it reports something, or answers an ask. */
  readonly kind: 'report' | 'answer';
}

const CATEGORIES = ['street-light', 'household-refuse', 'power-failure', 'cataract-surgery', 'other'];
const WORDS = ['路灯坏了', '垃圾没清', '停电了'];
/** Residents who file forms, each a next one when the last is closed. */
const FORMS_AT_ONCE = 4;
/** Reports by text that are under way at the same time. */
const REPORTS_AT_ONCE = 3;
/** So long somebody waits for the end of a request before filing another, milliseconds. */
const LONGEST_WAIT = 20_000;
const LOOK_AGAIN = 120;

/** Whoever is asked back so often gives up and waits for the next text. */
const MOST_ANSWERS = 3;

/** What a person would say to it. */
function answerTo(body: string): string {
  if (body.includes('请派单')) return '1 52';
  return /约定|哪一天/.test(body) ? '1 明天上午9点' : '1 已处理';
}

const isClosed = (view: View | undefined) => view?.closedAs !== undefined;

/**
 * Everybody of the town at once: residents who file, insist until they are told that it was accepted and look at the
 * tracking page, and everyone who is asked something by text and answers. Names and numbers are invented.
 */
export class Townspeople {
  readonly accepted: Accepted[] = [];
  readonly taken: Taken[] = [];
  /** What should not be, as it was noticed. */
  readonly problems: string[] = [];
  private readonly texts = new Map<string, Text>();
  /** When each phone that reported by text did so, until its request is closed. */
  private readonly underWay = new Map<string, number>();
  /** How often somebody answered each code. */
  private readonly answered = new Map<string, number>();
  private people = 0;
  private filing = true;
  private newest = 0;

  constructor(
    private readonly line: Line,
    private readonly town: Town,
    private readonly random: () => number,
  ) {}

  /** Lives until the line ends. */
  async live(): Promise<void> {
    const forms = Array.from({ length: FORMS_AT_ONCE }, () => this.fileForms());
    await Promise.all([...forms, this.fileTexts(), this.answerTexts()]);
  }

  /** From now on nobody files anything new. */
  stopFiling(): void {
    this.filing = false;
  }

  get textsSeen(): number {
    return this.texts.size;
  }

  private one<T>(of: readonly T[]): T {
    const found = of[Math.floor(this.random() * of.length)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  }

  private newPhone(): string {
    this.people += 1;
    return `+861992${String(this.people).padStart(7, '0')}`;
  }

  private async fileForms(): Promise<void> {
    while (!this.line.over) {
      if (!this.filing) return;
      const accepted = await this.fileForm();
      if (accepted) await this.follow(accepted);
    }
  }

  /** Looks at the page until the request is closed or patience is at its end. */
  private async follow(accepted: Accepted): Promise<void> {
    const until = Date.now() + LONGEST_WAIT;
    while (!this.line.over && !isClosed(accepted.seen) && Date.now() < until) {
      await this.look(accepted);
      await this.line.pause(LOOK_AGAIN);
    }
  }

  private async fileForm(): Promise<Accepted | undefined> {
    const phone = this.newPhone();
    const key = `form-${this.people}`;
    const village = this.one(this.town.villages);
    const body = JSON.stringify({
      name: `示例居民${this.people}`,
      phone,
      village: village.id,
      group: this.one(village.groups).number,
      category: this.one(CATEGORIES),
      description: `示例：第${this.people}件事`,
      consent: true,
    });
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    const post = () => this.line.insist((host) => http(host, '/requests', { method: 'POST', headers, body }));
    const answer = await post();
    if (answer === undefined) return undefined;
    if (answer.status !== 202) {
      this.problems.push(`${key} was answered ${answer.status}`);
      return undefined;
    }
    const accepted: Accepted = { ...receiptSchema.parse(answer.body), key, phone };
    this.accepted.push(accepted);
    if (this.random() < 0.2) {
      const again = await post();
      if (again !== undefined && receiptSchema.parse(again.body).id !== accepted.id)
        this.problems.push(`${key} became two requests`);
    }
    return accepted;
  }

  /** What was once seen on the page must still be there. */
  private async look(accepted: Accepted): Promise<void> {
    const { id, trackingKey, seen } = accepted;
    const answer = await this.line.insist((host) => http(host, `/requests/${id}?key=${trackingKey}`));
    if (answer === undefined) return;
    if (answer.status !== 200) {
      this.problems.push(`the accepted request ${id} was answered ${answer.status}`);
      return;
    }
    const view = viewSchema.parse(answer.body);
    const before = JSON.stringify(seen?.timeline ?? []).slice(0, -1);
    if (!JSON.stringify(view.timeline).startsWith(before))
      this.problems.push(`the timeline of ${id} lost what it had shown`);
    accepted.seen = view;
  }

  private async fileTexts(): Promise<void> {
    while (!this.line.over && this.filing) {
      const village = this.one(this.town.villages);
      const from = this.newPhone();
      const where = `${village.name['zh-CN']}${this.one(village.groups).number}组`;
      await this.send('report', from, `report-${this.people}`, `示例：${where}${this.one(WORDS)}`);
      this.underWay.set(from, Date.now());
      while (!this.line.over && this.filing && this.reportsUnderWay() >= REPORTS_AT_ONCE)
        await this.line.pause(LOOK_AGAIN);
    }
  }

  private reportsUnderWay(): number {
    for (const [phone, at] of this.underWay) if (Date.now() - at > LONGEST_WAIT) this.underWay.delete(phone);
    return this.underWay.size;
  }

  private async send(kind: Taken['kind'], from: string, id: string, body: string): Promise<void> {
    const to = this.town.settings.sms.number;
    const done = await this.line.insist((host) => control(host, 'sms', { from, to, body, id }));
    if (done !== undefined) this.taken.push({ id, from, kind });
  }

  private async answerTexts(): Promise<void> {
    while (!this.line.over) {
      const texts = await this.line.insist((host) => sentTexts(host, this.newest));
      const fresh = (texts ?? []).filter(({ id }) => !this.texts.has(id));
      for (const text of fresh) {
        this.texts.set(text.id, text);
        this.newest = Math.max(this.newest, text.at);
      }
      await Promise.all(fresh.map((text) => this.answer(text)));
      await this.line.pause(40);
    }
  }

  private async answer({ id, to, body }: Text): Promise<void> {
    if (body.includes('已办结')) this.underWay.delete(to);
    const code = askedCode(body);
    if (code === undefined) return;
    const times = (this.answered.get(code) ?? 0) + 1;
    this.answered.set(code, times);
    if (times > MOST_ANSWERS) return;
    await this.send(
      'answer',
      to,
      `reply-${id}`,
      `${code} ${formAskedFor(this.town, body) ?? answerTo(body)}`,
    );
  }
}
