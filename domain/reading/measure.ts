import type { Town } from '../town/schema.js';
import { categoriesOfComplaints } from './complaint-categories.js';
import type { Example } from './example.js';
import { type Reading, readWords } from './read-words.js';

/** How many of how many. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

/** How much a town's reading gets right in texts that it never learnt from. */
export interface Measured {
  readonly texts: number;
  /** By language, 'zh-CN' and 'en'. */
  readonly category: Readonly<Record<string, Share>>;
  /** Dangers recognised as such, for sure; and with those that are asked back. */
  readonly dangers: Readonly<Record<string, Share>>;
  readonly dangersNoticed: Readonly<Record<string, Share>>;
  /** Of texts in which nobody is in danger: taken for one; and with those that are asked back. */
  readonly falseAlarms: Readonly<Record<string, Share>>;
  readonly falseNotices: Readonly<Record<string, Share>>;
  readonly dangerKinds: Share;
  readonly villages: Share;
  readonly groups: Share;
  /** Of matters that name no place: given one all the same. */
  readonly placesInvented: Share;
  /** Texts that ask for nothing, or only for news, opened as nothing new. */
  readonly leftAlone: Share;
  /** Matters taken for nothing. */
  readonly mattersLost: Share;
  /** Complaints about staff treated as such; of other matters, those that are. Doubtful ones count nowhere. */
  readonly complaints: Share;
  readonly falseComplaints: Share;
  /** By the right category and the one that was read. */
  readonly confusion: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly misread: readonly Misread[];
}

export interface Misread {
  readonly words: string;
  readonly what: 'danger missed' | 'false alarm' | 'category' | 'village' | 'group' | 'kind';
  readonly right: string;
  readonly read: string;
}

const languageIn = (words: string): string => (/\p{Script=Han}/u.test(words) ? 'zh-CN' : 'en');

/** Counts shares by name. */
class Tally {
  private readonly counts = new Map<string, { right: number; of: number }>();
  add(name: string, right: boolean): void {
    const count = this.counts.get(name) ?? { right: 0, of: 0 };
    this.counts.set(name, { right: count.right + (right ? 1 : 0), of: count.of + 1 });
  }
  get(name: string): Share {
    return this.counts.get(name) ?? { right: 0, of: 0 };
  }
  byLanguage(name: string): Record<string, Share> {
    return Object.fromEntries(['zh-CN', 'en'].map((language) => [language, this.get(`${name} ${language}`)]));
  }
}

class Measuring {
  readonly tally = new Tally();
  readonly misread: Misread[] = [];
  readonly confusion: Record<string, Record<string, number>> = {};

  /** `mostly`: categories most of which are complaints about staff. */
  constructor(private readonly mostly: ReadonlySet<string>) {}

  add(example: Example, reading: Reading): void {
    const language = languageIn(example.words);
    this.addDanger(example, reading, language);
    this.addKind(example, reading);
    if (example.category !== undefined) this.addCategory(example, example.category, reading, language);
    if (example.kind === 'matter') this.addPlace(example, reading);
    if (example.kind === 'matter') this.addComplaint(example, reading);
  }

  private addComplaint({ category, complaint }: Example, reading: Reading): void {
    const isHeard = reading.complaint.level !== 'none';
    if (complaint) this.tally.add('complaints', isHeard);
    else if (category === undefined || !this.mostly.has(category)) this.tally.add('falseComplaints', isHeard);
  }

  private note({ words }: Example, what: Misread['what'], right: string, read: string): void {
    this.misread.push({ words, what, right, read });
  }

  private addDanger(example: Example, { danger }: Reading, language: string): void {
    const sure = danger.level === 'danger';
    const noticed = danger.level !== 'none';
    if (example.danger === undefined) {
      this.tally.add(`falseAlarms ${language}`, sure);
      this.tally.add(`falseNotices ${language}`, noticed);
      if (sure) this.note(example, 'false alarm', 'none', danger.kind ?? '');
      return;
    }
    this.tally.add(`dangers ${language}`, sure);
    this.tally.add(`dangersNoticed ${language}`, noticed);
    if (noticed) this.tally.add('dangerKinds', danger.kind === example.danger);
    if (!sure) this.note(example, 'danger missed', example.danger, danger.level);
  }

  private addKind(example: Example, { kind, danger }: Reading): void {
    const isMatter = kind.is === 'matter' || danger.level !== 'none';
    if (example.kind === 'matter') this.tally.add('mattersLost', !isMatter);
    else this.tally.add('leftAlone', !isMatter);
    if (isMatter !== (example.kind === 'matter')) this.note(example, 'kind', example.kind, kind.is);
  }

  private addCategory(example: Example, right: string, { category }: Reading, language: string): void {
    this.tally.add(`category ${language}`, category.id === right);
    const row = (this.confusion[right] ??= {});
    row[category.id] = (row[category.id] ?? 0) + 1;
    if (category.id !== right) this.note(example, 'category', right, category.id);
  }

  private addPlace(example: Example, { place }: Reading): void {
    const [village, other] = example.villages;
    const read = place.village ?? (place.candidates.length > 0 ? place.candidates.join('|') : '');
    if (village === undefined) {
      if (example.grid === undefined) this.tally.add('invented', read !== '');
      if (read !== '' && example.grid === undefined) this.note(example, 'village', '', read);
      return;
    }
    const right =
      other === undefined ? read === village : example.villages.every((one) => read.includes(one));
    this.tally.add('villages', right);
    if (!right) this.note(example, 'village', example.villages.join('|'), read);
    if (example.group !== undefined) {
      this.tally.add('groups', place.group === example.group);
      if (place.group !== example.group)
        this.note(example, 'group', String(example.group), String(place.group ?? ''));
    }
  }
}

/** Reads each example as a text that arrives, and compares. */
export function measure(town: Town, examples: readonly Example[]): Measured {
  const measuring = new Measuring(categoriesOfComplaints(examples));
  for (const example of examples) measuring.add(example, readWords(town, example.words));
  const { tally, confusion, misread } = measuring;
  return {
    texts: examples.length,
    category: tally.byLanguage('category'),
    dangers: tally.byLanguage('dangers'),
    dangersNoticed: tally.byLanguage('dangersNoticed'),
    falseAlarms: tally.byLanguage('falseAlarms'),
    falseNotices: tally.byLanguage('falseNotices'),
    dangerKinds: tally.get('dangerKinds'),
    villages: tally.get('villages'),
    groups: tally.get('groups'),
    placesInvented: tally.get('invented'),
    leftAlone: tally.get('leftAlone'),
    mattersLost: tally.get('mattersLost'),
    complaints: tally.get('complaints'),
    falseComplaints: tally.get('falseComplaints'),
    confusion,
    misread,
  };
}
