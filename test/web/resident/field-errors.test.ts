import { EMPTY_DRAFT } from '../../../contracts/resident/draft.js';
import { errorAt, errorsOfProblem, missingFields } from '../../../contracts/resident/field-errors.js';
import { MESSAGES } from '../../../contracts/resident/messages.js';
import { problemOf } from '../../../web/problem.js';

const en = MESSAGES.en;
const problem = (...errors: { field: string; message: string }[]) =>
  problemOf({ title: 'Not right', errors }, 422);

describe('a problem of the service', () => {
  test.each([
    ['/phone', 'phone'],
    ['#/phone', 'phone'],
    ['/onBehalfOf', 'otherName'],
    ['/onBehalfOf/name', 'otherName'],
    ['/onBehalfOf/phone', 'otherPhone'],
    ['/location/lat', 'location'],
    ['/group', 'group'],
  ] as const)('at %s is shown at the field %s', (pointer, field) => {
    const errors = errorsOfProblem(problem({ field: pointer, message: 'is wrong' }), en);
    expect(errors[0]?.field).toBe(field);
    expect(errorAt(errors, field)).toMatch(/: is wrong$/);
  });

  it('stands in the order of the form, what has no field of the form last', () => {
    const errors = errorsOfProblem(
      problem(
        { field: '/town', message: 'a' },
        { field: '/phone', message: 'b' },
        { field: '/description', message: 'c' },
      ),
      en,
    );
    expect(errors.map(({ field }) => field)).toEqual(['description', 'phone', undefined]);
  });

  it('without fields says its detail, its title, or at least that it was refused', () => {
    expect(errorsOfProblem(problemOf({ title: 'T', detail: 'D' }, 409), en)).toEqual([{ message: 'D' }]);
    expect(errorsOfProblem(problemOf({ title: 'T' }, 409), en)).toEqual([{ message: 'T' }]);
    expect(errorsOfProblem(problemOf('<html>', 403), en)).toEqual([{ message: en.form.refused }]);
  });
});

describe('before anything is sent', () => {
  it('everything that is missing is named at once', () => {
    const fields = missingFields({ ...EMPTY_DRAFT, name: '  ', forOther: true }, false, en).map(
      ({ field }) => field,
    );
    expect(fields).toEqual(['description', 'name', 'phone', 'otherName', 'consent']);
  });

  it('an identity number is taken out or meant; a telephone number may stand', () => {
    const filled = { ...EMPTY_DRAFT, name: 'A', phone: '1', description: 'ID 990101190001010018' };
    expect(missingFields(filled, true, en)).toEqual([
      { field: 'description', message: en.form.missing.numbers },
    ]);
    expect(missingFields({ ...filled, keepNumbers: true }, true, en)).toEqual([]);
    expect(missingFields({ ...filled, description: 'ring 13900000000' }, true, en)).toEqual([]);
  });

  it('no place is needed: the duty desk finds it', () => {
    const draft = { ...EMPTY_DRAFT, name: 'a', phone: '1', description: 'b' };
    expect(missingFields(draft, true, en)).toEqual([]);
  });
});
