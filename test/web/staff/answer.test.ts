import type { AskOption } from '../../../domain/asks/ask-kinds.js';
import {
  answerBody,
  type AnswerDraft,
  draftOf,
  emptyAnswer,
  isBareTap,
  isOneTap,
  missingIn,
  noted,
  noteOf,
  picturesWith,
} from '../../../web/staff/answer.js';
import type { Ask } from '../../../web/staff/ask.js';
import { askAnswer } from '../../../contracts/staff/ask.js';
import { readAnswer } from '../../../web/read-answer.js';
import { MESSAGES } from '../../../web/staff/messages.js';
import { noteName } from '../../../web/staff/what-follows.js';
import { anAsk } from './an-ask.js';

type Written = Partial<AnswerDraft> & { readonly note?: string };

/** An answer as written, its words those of the chosen option. */
function written(ask: Ask, { note, ...part }: Written): AnswerDraft {
  const draft = { ...emptyAnswer(ask), ...part };
  return note === undefined ? draft : { ...draft, ...noted(ask, draft, note) };
}

const draft = (part: Written): AnswerDraft => written(anAsk(), part);
const application = anAsk({ kind: 'application', options: ['done', 'refuse', 'documents'] });

describe('before an answer travels over a slow network', () => {
  test.each<[string, Written, string[]]>([
    ['an option must be chosen', { option: undefined }, ['option']],
    ['a reason must be given where one is needed', { option: 'extend', note: '  ' }, ['note']],
    ['words that are not needed may be missing', { option: 'done' }, []],
    ['aid needs a sum', { option: 'aid' }, ['yuan']],
    ['a sum is enough for aid', { option: 'aid', yuan: '500' }, []],
    ['words that name the sum are enough for aid', { option: 'aid', note: '已送 500元' }, []],
    ['a sum is written in digits', { option: 'done', yuan: '五百' }, ['yuan']],
    ['a sum is more than nothing', { option: 'done', yuan: '0' }, ['yuan']],
    ['a sum left behind by another option does not count', { option: 'extend', note: '等', yuan: 'x' }, []],
  ])('%s', (_title, part, fields) => {
    const missing = missingIn(anAsk(), draft(part), MESSAGES.en);
    expect(missing.map(({ field }) => field)).toEqual(fields);
  });

  it.each([
    ['approval', 'refuse', '请填写：不能办的原因'],
    ['outcome', 'extend', '请填写：延期的原因'],
  ] as const)(
    'asked in an %s, whoever says %s is told in its own words what is missing',
    (kind, option, message) => {
      const ask = anAsk({ kind, options: ['done', option] });
      expect(missingIn(ask, draft({ option }), MESSAGES['zh-CN'])).toEqual([{ field: 'note', message }]);
    },
  );

  it('documents must be ticked to be asked for', () => {
    const missing = missingIn(application, draft({ option: 'documents' }), MESSAGES.en);
    expect(missing.map(({ field }) => field)).toEqual(['documents']);
  });
});

it('words beside an application that is handed in are a remark: nothing has come of it yet', () => {
  expect(noteName('application', 'done')).toBe('anything');
  expect(noteName('outcome', 'done')).toBe('outcome');
});

describe('the answer that is given most', () => {
  const options = ['done', 'refuse'];
  const first = (ask: ReturnType<typeof anAsk>) =>
    isOneTap(ask, ask.options[0] ?? { option: 'done', label: '', note: 'required' });

  it('is the first, chosen before anybody chooses, and given with one tap', () => {
    const ask = anAsk({ options });
    expect([emptyAnswer(ask).option, first(ask)]).toEqual(['done', true]);
    expect(isOneTap(ask, { option: 'refuse', label: '', note: 'optional' })).toBe(false);
  });

  it('takes more than a tap where it needs words or a form', () => {
    expect(first(anAsk({ options: ['transfer'] }))).toBe(false);
    const programme = {
      name: 'Aid',
      documents: [],
      form: [{ id: 'age', label: 'age', type: 'number', required: true }],
    };
    expect(first(anAsk({ kind: 'application', options, programme }))).toBe(false);
  });

  it.each<[boolean, Written]>([
    [true, {}],
    [false, { note: 'mended' }],
    [false, { yuan: '5' }],
    [false, { pictures: ['p'] }],
    [false, { option: 'refuse' }],
  ])('may have been a slip: %s with %j', (isSlip, part) => {
    const ask = anAsk({ options });
    expect(isBareTap(ask, written(ask, part))).toBe(isSlip);
  });
});

describe('what is sent', () => {
  test.each<[string, AskOption, Written, object]>([
    ['words without the space around them', 'done', { note: ' 修好了 ' }, { note: '修好了' }],
    ['a sum in any width, with what people put around it', 'aid', { yuan: '１,200.5 元' }, { yuan: 1200.5 }],
    ['nothing of another option', 'extend', { note: '等', yuan: '5', documents: [1] }, { note: '等' }],
  ])('is %s', (_title, option, part, sent) => {
    expect(answerBody(anAsk(), draft({ option, ...part }), option)).toEqual({ option, ...sent });
  });

  it.each(['€1,200.50', '1200.50 Euros', '1200.5欧元'])("is a sum in the town's currency: %s", (yuan) => {
    const ask = anAsk({ town: { timeZone: 'Europe/Dublin', currency: 'EUR' } });
    expect(answerBody(ask, draft({ option: 'aid', yuan }), 'aid')).toEqual({ option: 'aid', yuan: 1200.5 });
  });

  it.each(['1.200,50 €', '12,50', '500 dollars'])('is no sum that could be another one: %s', (yuan) => {
    const ask = anAsk({ town: { timeZone: 'Europe/Dublin', currency: 'EUR' } });
    expect(missingIn(ask, draft({ option: 'aid', yuan }), MESSAGES.en)).toHaveLength(1);
  });

  it('is a sum on a phone of 2020, whose browser sorts no copies', () => {
    jest.spyOn(Array.prototype, 'toSorted').mockImplementation(() => {
      throw new TypeError('toSorted is not a function');
    });
    const sent = answerBody(anAsk(), draft({ option: 'aid', yuan: '500元' }), 'aid');
    jest.restoreAllMocks();
    expect(sent).toEqual({ option: 'aid', yuan: 500 });
  });

  it('is the numbers of the missing documents, in order', () => {
    const ticked = draft({ option: 'documents', documents: [3, 1], note: 'left behind' });
    expect(answerBody(application, ticked, 'documents')).toEqual({ option: 'documents', note: '1 3' });
  });
});

describe('words that were typed before another option was chosen', () => {
  const ask = anAsk({ kind: 'acceptance', options: ['accept', 'transfer', 'extend'], mayRemark: true });
  const typed = written(ask, { option: 'extend', note: 'parts on Friday' });
  const switched = written(ask, { ...typed, option: 'accept', note: 'going at noon' });

  it('are there again, each with its own option', () => {
    expect(noteOf(ask, switched)).toBe('going at noon');
    expect(noteOf(ask, { ...switched, option: 'transfer' })).toBe('');
    expect(noteOf(ask, { ...switched, option: 'extend' })).toBe('parts on Friday');
  });

  it('go with no other answer', () => {
    expect(answerBody(ask, switched, 'accept')).toEqual({ option: 'accept', note: 'going at noon' });
    expect(isBareTap(ask, { ...typed, option: 'accept' })).toBe(true);
  });

  it('and belong to a remark are not lost by an answer that carries none', () => {
    const missing = (mayRemark?: true) =>
      missingIn({ ...ask, mayRemark }, { ...switched, option: 'extend' }, MESSAGES.en);
    expect(missing(true).map(({ field }) => field)).toEqual(['remark']);
    // Where there is no remark, they are words of an answer that was not given.
    expect(missing()).toEqual([]);
  });

  it('and belong to a remark are not lost by one tap on the answer that is given most', () => {
    const outcome = anAsk({ kind: 'outcome', options: ['done', 'extend'], mayRemark: true });
    const besides = { ...emptyAnswer(outcome), notes: { anything: 'went twice, nobody in' } };
    expect(isBareTap(outcome, besides)).toBe(false);
    expect(missingIn(outcome, besides, MESSAGES.en).map(({ field }) => field)).toEqual(['remark']);
  });
});

describe('the form of a programme', () => {
  const field = (id: string, type: string, required = true) => ({ id, label: id, type, required });
  const ask = anAsk({
    kind: 'application',
    options: ['done', 'refuse'],
    programme: {
      name: 'Aid',
      documents: [],
      form: [
        { ...field('age', 'number'), value: 72 },
        { ...field('local', 'yes-no'), value: false },
        field('since', 'date', false),
        field('remark', 'text'),
      ],
    },
  });

  it('begins with what was filled in before', () => {
    expect(emptyAnswer(ask).form).toEqual({ age: '72', local: 'no' });
  });

  it('is missing what must be filled in, and only when it is handed in', () => {
    const draft = emptyAnswer(ask);
    expect(missingIn(ask, { ...draft, option: 'done' }, MESSAGES.en)).toEqual([
      { field: 'form/remark', message: 'Fill in: remark' },
    ]);
    expect(missingIn(ask, written(ask, { option: 'refuse', note: 'too rich' }), MESSAGES.en)).toEqual([]);
  });

  it('is sent as its fields take it, without what was left empty; what is no number as it was typed', () => {
    const form = { age: '７３', local: 'yes', since: ' ', remark: ' ok ' };
    expect(answerBody(ask, { ...emptyAnswer(ask), form }, 'done')).toEqual({
      option: 'done',
      form: { age: 73, local: true, remark: 'ok' },
    });
    expect(answerBody(ask, { ...emptyAnswer(ask), form: { age: 'old' } }, 'done').form).toEqual({
      age: 'old',
    });
    expect(answerBody(ask, { ...emptyAnswer(ask), form }, 'refuse').form).toBeUndefined();
  });
});

describe('photos of what was done', () => {
  const pictures = ['p', 'q', 'r'];

  it.each<[string, AskOption, number, string[]]>([
    ['go with the answer that it is done', 'done', 3, pictures],
    ['are as many as the ask still takes', 'done', 1, ['p']],
    ['go with no other answer', 'refuse', 3, []],
    ['go with no ask that takes none', 'done', 0, []],
  ])('%s', (_title, option, mostPhotos, sent) => {
    const ask = anAsk({ mostPhotos });
    expect(picturesWith(ask, { ...emptyAnswer(ask), option, pictures })).toEqual(sent);
  });

  it('are never missing', () => {
    const ask = anAsk({ mostPhotos: 3 });
    expect(missingIn(ask, { ...emptyAnswer(ask), option: 'done' }, MESSAGES.en)).toEqual([]);
  });
});

describe('the points of a check', () => {
  const ask = anAsk({
    kind: 'check',
    options: ['passed', 'failed'],
    form: { method: 'On the spot', points: [{ id: 'road', label: 'The road' }] },
  });

  it('that do not hold are sent, and are enough said', () => {
    const draft = { ...emptyAnswer(ask), option: 'failed' as const, points: ['road'] };
    expect(missingIn(ask, draft, MESSAGES.en)).toEqual([]);
    expect(answerBody(ask, draft, 'failed')).toEqual({ option: 'failed', points: ['road'] });
  });

  it('or words are needed where it fails', () => {
    const draft = { ...emptyAnswer(ask), option: 'failed' as const };
    expect(missingIn(ask, draft, MESSAGES.en).map(({ field }) => field)).toEqual(['note']);
  });
});

describe('an answer of the service', () => {
  test.each([
    ['is no ask without options', { id: 'A-1', kind: 'check', until: '2026-08-24T03:00:00Z', options: [] }],
    ['is no ask of the staff when it is put to a resident', { ...anAsk(), kind: 'confirmation' }],
    ['is no ask when it is a list', []],
  ])('%s', (_title, value) => {
    expect(readAnswer(askAnswer, value)).toBeUndefined();
  });
});

describe('an answer that was kept', () => {
  const programme = {
    name: 'Aid',
    documents: ['one', 'two', 'three'],
    form: [
      { id: 'age', label: 'age', type: 'number', required: true },
      { id: 'local', label: 'local', type: 'yes-no', required: true },
    ],
  };
  const ask = anAsk({
    kind: 'application',
    options: ['done', 'refuse', 'documents', 'aid', 'failed'],
    programme,
    form: { method: 'visit', points: [{ id: 'road', label: 'road' }] },
  });

  it.each<[string, Written]>([
    ['words', { option: 'refuse', note: 'no income' }],
    ['a sum', { option: 'aid', note: 'rice', yuan: '120.5' }],
    ['documents', { option: 'documents', documents: [1, 3] }],
    ['a form', { option: 'done', form: { age: '72', local: 'yes' } }],
    ['points', { option: 'failed', points: ['road'] }],
  ])('stands in the form again: %s', (_, part) => {
    const kept = written(ask, part);
    const body: unknown = JSON.parse(JSON.stringify(answerBody(ask, kept, part.option ?? 'done')));
    expect(draftOf(ask, body)).toEqual(kept);
  });

  it('is empty where it cannot be read', () => {
    for (const body of [undefined, 'x', { option: 'nonsense' }])
      expect(draftOf(ask, body)).toEqual(emptyAnswer(ask));
  });
});
