import * as fc from 'fast-check';
import { billFor } from '../meters/bill.js';
import { Meters } from '../meters/meters.js';
import { LIST_PRICES } from '../meters/prices.js';

const used = {
  transitions: 12,
  invocations: 8,
  billedMilliseconds: 800,
  gigabyteSeconds: 0.4,
  readUnits: 20,
  writeUnits: 16,
  smsParts: 6,
};

describe('a bill', () => {
  it('has a line a service and unit, at the list prices, and their total in dollars', () => {
    const { pricesAsOf, lines, totalUsd } = billFor(used, LIST_PRICES);
    expect(pricesAsOf).toBe('2026-11');
    expect(lines.map(({ service, what, count }) => [service, what, count])).toEqual([
      ['Step Functions', 'state transitions', 12],
      ['Lambda', 'invocations', 8],
      ['Lambda', 'gigabyte-seconds', 0.4],
      ['DynamoDB', 'read units', 20],
      ['DynamoDB', 'write units', 16],
      ['SMS', 'parts', 6],
    ]);
    expect(totalUsd).toBeCloseTo(0.0003 + 0.0000016 + 0.000005333 + 0.0000025 + 0.00001, 9);
  });

  it('leaves texts without a price, which no list has, unless the operator says one', () => {
    expect(billFor(used, LIST_PRICES).lines.at(-1)?.usd).toBeNull();
    expect(billFor(used, { ...LIST_PRICES, smsPart: 0.01 }).lines.at(-1)?.usd).toBeCloseTo(0.06);
  });

  it('of everything is the sum of the bills of its parts', () => {
    const usage = fc.record({
      transitions: fc.nat(1000),
      invocations: fc.nat(1000),
      billedMilliseconds: fc.nat(1000),
      gigabyteSeconds: fc.double({ min: 0, max: 100, noNaN: true }),
      readUnits: fc.nat(1000),
      writeUnits: fc.nat(1000),
      smsParts: fc.nat(1000),
    });
    fc.assert(
      fc.property(fc.array(usage, { maxLength: 10 }), (parts) => {
        const meters = new Meters();
        for (const [index, part] of parts.entries()) meters.add(`execution-${index % 3}`, part);
        const executions = ['execution-0', 'execution-1', 'execution-2'];
        const totals = executions.map((name) => billFor(meters.of(name), LIST_PRICES).totalUsd);
        const sum = totals.reduce((all, total) => all + total, 0);
        expect(billFor(meters.total(), LIST_PRICES).totalUsd).toBeCloseTo(sum, 9);
      }),
    );
  });
});

describe('meters', () => {
  it('keep the usage of so many executions, of those that used something last; the total keeps all', () => {
    const meters = new Meters(2);
    for (const execution of ['a', 'b', 'a', 'c']) meters.add(execution, { transitions: 1 });
    expect(['a', 'b', 'c'].map((execution) => meters.of(execution).transitions)).toEqual([2, 0, 1]);
    expect(meters.total().transitions).toBe(4);
  });
});
