import { instantAt, localDate } from '../../domain/calendar/local-time.js';
import type { Town } from '../../domain/town/schema.js';
import type { LocalCloud } from '@small-grid/local-cloud';
import type { Agenda } from './agenda.js';
import type { Arrival } from './arrivals.js';
import { answerTo, type Manner } from './habits.js';
import { typicalForm } from '../typical-form.js';
import { type ReadText, textReader } from './read-ask.js';
import { randomFrom, seedOf } from './seeded-random.js';
import { visitsOf } from './visiting.js';
import type { WalkIn } from './walk-ins.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Replies that want to know what was meant. */
const ASKS_AGAIN: ReadonlySet<string> = new Set([
  'reply-likely',
  'reply-note-needed',
  'reply-bad-option',
  'reply-kept',
  'reply-not-done',
  'reply-several',
  'reply-transfer-unknown',
  'reply-documents-unknown',
  'reply-aid-unclear',
]);

const WORDS: Readonly<Record<string, string>> = {
  'household-refuse': '垃圾没有清运',
  'street-light': '路灯不亮',
  'water-leak': '自来水管漏水',
  'road-damage': '道路坑洼',
  'power-failure': '停电了',
  'cataract-surgery': '老人白内障想做手术',
  'temporary-aid': '家中遭灾申请临时救助',
  'neighbour-dispute': '邻里纠纷请调解',
  'minimum-living-allowance': '申请低保',
  'disability-certificate': '申请残疾证',
  'construction-site': '工地噪声大',
  petition: '信访反映问题',
  'gas-leak': '燃气泄漏',
};

/** Who is given an hour or less sees that it cannot wait. Texts name a deadline as "8月6日10:37". */
function isDueSoon(due: string, at: number, timeZone: string): boolean {
  const [, month, day, time] = /^(\d+)月(\d+)日(\d\d:\d\d)$/.exec(due) ?? [];
  if (month === undefined || day === undefined || time === undefined) return false;
  const year = localDate(at, timeZone).slice(0, 4);
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return instantAt(date, time, timeZone) - at <= HOUR;
}

/**
 * Everybody of the town: residents who report, and whoever is asked something by text and answers in their own manner.
 * What each does follows from the seed and from what they were asked, not from the order of things. All invented.
 */
export class Townspeople {
  /** How many submissions the town accepted. */
  filed = 0;
  /** How many asks were taken in each manner. */
  readonly manners: Record<Manner, number> = { prompt: 0, late: 0, 'wrong-first': 0, never: 0 };
  /** How many people were met on visits and received, as the town was told. */
  met = 0;
  /** Typed words that must stand in no execution and no log. */
  readonly typed = new Set<string>();
  /** Submissions that the town refused and should have taken. */
  readonly refused: string[] = [];
  /** Answers by digit and code to questions that were answered in other words, and not yet plainly. */
  private readonly meant = new Map<string, readonly { readonly code: string; readonly words: string }[]>();
  private readonly read;

  constructor(
    private readonly cloud: LocalCloud,
    private readonly town: Town,
    private readonly agenda: Agenda,
    private readonly seed: number,
  ) {
    this.read = textReader(town);
    cloud.sms.onSent(({ to, body, at }) => this.hear(to, body, at));
  }

  /** Somebody will come with something. */
  expect(arrival: Arrival): void {
    this.agenda.add({
      at: arrival.at,
      name: `arrival ${String(arrival.number).padStart(6, '0')}`,
      act: () => (arrival.channel === 'web' ? this.file(arrival) : this.report(arrival)),
    });
  }

  /** Somebody will come on a reception day; whoever receives them says so by text. */
  expectWalkIn({ at, number, by, people, matter }: WalkIn): void {
    const from = this.town.staff.find(({ id }) => id === by)?.phone ?? '';
    const name = `walk-in ${String(number).padStart(6, '0')}`;
    const words = `接待 ${people}人 ${matter}`;
    this.agenda.add({ at, name, act: () => this.meet(people, from, words, `month-${name}`) });
  }

  /** Somebody of the staff says whom they met. */
  private meet(people: number, from: string, words: string, id: string): Promise<void> {
    this.met += people;
    return this.send(from, words, id);
  }

  private hear(to: string, body: string, at: number): void {
    const text = this.read(body);
    if (text === undefined) return;
    if (text.key === 'visit-list') this.visit(to, text.values['households'] ?? '', at);
    else if (ASKS_AGAIN.has(text.key)) this.sayPlainly(to, text, at);
    else this.beAsked(to, text, at);
  }

  /** The week's list came: some of its households are visited, each reported when it was. */
  private visit(to: string, households: string, at: number): void {
    const random = randomFrom(seedOf(`${this.seed} ${to} visits ${at}`));
    for (const [position, { after, people, words }] of visitsOf(households, random).entries())
      this.agenda.add({
        at: at + Math.round(after),
        name: `visit ${to} ${String(position).padStart(2, '0')}`,
        act: () => this.meet(people, to, words, `month-visit-${to}-${at}-${position}`),
      });
  }

  private beAsked(to: string, text: ReadText, at: number): void {
    const { code } = text.values;
    if (code === undefined) return;
    const random = randomFrom(seedOf(`${this.seed} ${to} ${text.key} ${code}`));
    const isUrgent = isDueSoon(text.values['due'] ?? '', at, this.town.settings.timeZone);
    const asked = text.key === 'ask-application' ? text.values['programme'] : undefined;
    const programme = this.town.programmes.find(({ name }) => name['zh-CN'] === asked);
    const form = programme && typicalForm(programme);
    const planned = answerTo({ key: text.key, code, isUrgent, form }, random);
    if (planned === undefined) return;
    this.manners[planned.manner] += 1;
    if (planned.texts.length > 0)
      this.meant.set(to, [...(this.meant.get(to) ?? []), { code, words: planned.plainly }]);
    for (const [position, { after, words }] of planned.texts.entries())
      this.agenda.add({
        at: at + Math.round(after),
        name: `answer ${code} ${to} ${position}`,
        act: () => this.send(to, words, `month-${code}-${at}-${position}`),
      });
  }

  /** Somebody was not understood, or did not say which of several: now they text digit and code, once for each ask. */
  private sayPlainly(to: string, text: ReadText, at: number): void {
    const meant = this.meant.get(to) ?? [];
    const { code, list = '' } = text.values;
    const again = meant.findLast((one) => one.code === code || list.includes(one.code));
    if (again === undefined) return;
    this.meant.set(
      to,
      meant.filter((one) => one !== again),
    );
    this.agenda.add({
      at: at + 2 * MINUTE,
      name: `answer ${again.code} ${to} plainly`,
      act: () => this.send(to, again.words, `month-${again.code}-${at}-plainly`),
    });
  }

  private async file({ number, village, group, category }: Arrival): Promise<void> {
    const phone = `+861993${String(number).padStart(7, '0')}`;
    const name = `示例居民${number}`;
    const description = `示例${number}：${WORDS[category] ?? '有一件事请帮忙'}`;
    const response = await fetch(new URL('/requests', this.cloud.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': `month-${number}` },
      body: JSON.stringify({ name, phone, village, group, category, description, consent: true }),
    });
    if (response.status === 202) this.accepted(phone, name, description);
    else this.refused.push(`submission ${number} was answered ${response.status}: ${await response.text()}`);
  }

  private async report({ number, channel, village, group, category }: Arrival): Promise<void> {
    const place = this.town.villages.find(({ id }) => id === village);
    const words = `示例${number}：${place?.name['zh-CN'] ?? ''}${group}组${WORDS[category] ?? '有一件事请帮忙'}`;
    const phone = `+861993${String(number).padStart(7, '0')}`;
    const grid = place?.groups.find((one) => one.number === group)?.grid;
    const head = this.town.grids.find((one) => one.number === grid)?.posts.a;
    const cadre = this.town.staff.find(({ id }) => id === head)?.phone;
    const [from, body] =
      channel === 'cadre' && cadre !== undefined ? [cadre, `代报 ${phone} ${words}`] : [phone, words];
    await this.send(from, body, `month-report-${number}`);
    this.accepted(phone, words);
  }

  private accepted(...typed: string[]): void {
    this.filed += 1;
    for (const words of typed) this.typed.add(words);
  }

  private async send(from: string, body: string, id: string): Promise<void> {
    await this.cloud.sms.receive({ from, to: this.town.settings.sms.number, body, id });
  }
}
