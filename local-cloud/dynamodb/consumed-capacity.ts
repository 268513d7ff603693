import type { JsonObject } from '../assembly/json.js';
import type { Charge } from './charges.js';

const total = (charges: readonly Charge[]): number => charges.reduce((sum, { units }) => sum + units, 0);

/** In a transaction every figure says its unit, too. */
function figure(charges: readonly Charge[], isTransacted: boolean): JsonObject {
  const units = total(charges);
  const name = charges[0]?.unit === 'read' ? 'ReadCapacityUnits' : 'WriteCapacityUnits';
  return { CapacityUnits: units, ...(isTransacted && { [name]: units }) };
}

function byIndex(charges: readonly Charge[], isTransacted: boolean): JsonObject | undefined {
  const names = [...new Set(charges.map(({ index = '' }) => index))];
  if (names.length === 0) return undefined;
  return Object.fromEntries(
    names.map((name) => [
      name,
      figure(
        charges.filter(({ index }) => index === name),
        isTransacted,
      ),
    ]),
  );
}

function ofTable(
  table: string,
  charges: readonly Charge[],
  withIndexes: boolean,
  isTransacted: boolean,
): JsonObject {
  const whole = { TableName: table, ...figure(charges, isTransacted) };
  if (!withIndexes) return whole;
  const local = byIndex(
    charges.filter(({ index, isLocal }) => index !== undefined && isLocal === true),
    isTransacted,
  );
  const global = byIndex(
    charges.filter(({ index, isLocal }) => index !== undefined && isLocal !== true),
    isTransacted,
  );
  return {
    ...whole,
    Table: figure(
      charges.filter(({ index }) => index === undefined),
      isTransacted,
    ),
    ...(local && { LocalSecondaryIndexes: local }),
    ...(global && { GlobalSecondaryIndexes: global }),
  };
}

/** `ConsumedCapacity` as DynamoDB answers it, a table each, for who asked `TOTAL` or `INDEXES`. */
export function consumedCapacity(
  charges: readonly Charge[],
  asked: unknown,
  isTransacted = false,
): readonly JsonObject[] {
  const tables = [...new Set(charges.map(({ table }) => table))].sort();
  return tables.map((table) =>
    ofTable(
      table,
      charges.filter((charge) => charge.table === table),
      asked === 'INDEXES',
      isTransacted,
    ),
  );
}
