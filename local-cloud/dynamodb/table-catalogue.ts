import type { JsonObject } from '../assembly/json.js';

/** The facts about a table that permissions, and calls about backups, need. */
export interface TableInfo {
  readonly name: string;
  readonly arn: string;
  readonly hashKey: string;
  /** Hash key by index name. */
  readonly indexes: ReadonlyMap<string, string>;
  /** It has point-in-time recovery. */
  readonly isRestorable?: boolean;
  /** Of which table it was restored, and to what moment, as DescribeTable tells. */
  readonly restored?: JsonObject;
}

export class TableCatalogue {
  private readonly tables = new Map<string, TableInfo>();

  constructor(private readonly arnPrefix: string) {}

  add(table: TableInfo): void {
    this.tables.set(table.name, table);
  }

  /** A table by name or ARN; one the assembly does not have still has an ARN to be refused by. */
  find(reference: string): TableInfo {
    const name = reference.slice(reference.lastIndexOf('/') + 1);
    return (
      this.tables.get(name) ?? { name, arn: `${this.arnPrefix}${name}`, hashKey: '', indexes: new Map() }
    );
  }
}
