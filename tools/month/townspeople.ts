import type { Town } from '../../domain/town/schema.js';
import type { LocalCloud } from '../../local-cloud/local-cloud-options.js';
import type { Agenda } from './agenda.js';
import type { Arrival } from './arrivals.js';
import { answerTo, type Manner } from './habits.js';
import { textReader } from './read-ask.js';
import { randomFrom, seedOf } from './seeded-random.js';

/** A submission that the town accepted. */
export interface Filed {
  readonly phone: string;
  /** What was typed that must stand in no execution and no log. */
  readonly typed: readonly string[];
}

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

/**
 * Everybody of the town: residents who report, and whoever is asked something by text and answers in their own manner.
 * What each does follows from the seed and from what they were asked, not from the order of things. All invented.
 */
export class Townspeople {
  readonly filed: Filed[] = [];
  /** How many asks were taken in each manner. */
  readonly manners: Record<Manner, number> = { prompt: 0, late: 0, 'wrong-first': 0, never: 0 };
  /** What the town refused, which it should have taken. */
  readonly refused: string[] = [];
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

  private hear(to: string, body: string, at: number): void {
    const text = this.read(body);
    const code = text?.values['code'];
    if (text === undefined || code === undefined) return;
    const random = randomFrom(seedOf(`${this.seed} ${to} ${text.key} ${code}`));
    const isUrgent = body.includes('燃气泄漏') || text.values['step']?.includes('抢修') === true;
    const planned = answerTo({ key: text.key, code, isUrgent }, random);
    if (planned === undefined) return;
    this.manners[planned.manner] += 1;
    for (const [position, { after, words }] of planned.texts.entries())
      this.agenda.add({
        at: at + Math.round(after),
        name: `answer ${code} ${to} ${position}`,
        act: () => this.send(to, words, `month-${code}-${at}-${position}`),
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
    if (response.status === 202) this.filed.push({ phone, typed: [phone, name, description] });
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
    this.filed.push({ phone, typed: [phone, words] });
  }

  private async send(from: string, body: string, id: string): Promise<void> {
    await this.cloud.sms.receive({ from, to: this.town.settings.sms.number, body, id });
  }
}
