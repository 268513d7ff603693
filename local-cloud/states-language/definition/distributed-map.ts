import { isJsonObject, type Json, type JsonObject } from '../json.js';

/** What makes a Map a distributed one: each item is an execution of its own. */
export interface Distributed {
  /** Whether results that are lists are put together into one. */
  readonly flatten: boolean;
}

type Complain = (message: string, field: string) => void;

/** What only a Distributed Map may have. */
const OWN_FIELDS = ['ItemReader', 'ItemBatcher', 'ResultWriter', 'Label'] as const;

function isFlattening(writer: Json | undefined, complain: Complain): boolean {
  if (writer === undefined) return false;
  const { Resource, WriterConfig } = isJsonObject(writer) ? writer : {};
  if (Resource !== undefined)
    complain(
      "Field 'ResultWriter' with a 'Resource' is not supported by this host: it has no S3, results stay in the execution",
      'ResultWriter',
    );
  const { Transformation } = isJsonObject(WriterConfig) ? WriterConfig : {};
  if (Transformation === 'NONE')
    complain(
      "Transformation 'NONE' is not supported by this host",
      'ResultWriter/WriterConfig/Transformation',
    );
  return Transformation === 'FLATTEN';
}

/** Reads what a Map state says of being distributed; undefined for an inline one. What is not supported is named. */
export function readDistributed(state: Json, complain: Complain): Distributed | undefined {
  const given: JsonObject = isJsonObject(state) ? state : {};
  const { ItemProcessor, ItemReader, ResultWriter } = given;
  const { ProcessorConfig } = isJsonObject(ItemProcessor) ? ItemProcessor : {};
  const { Mode, ExecutionType } = isJsonObject(ProcessorConfig) ? ProcessorConfig : {};
  if (Mode !== 'DISTRIBUTED') {
    for (const field of OWN_FIELDS)
      if (given[field] !== undefined) complain(`Field '${field}' is not supported`, field);
    return undefined;
  }
  if (ExecutionType !== 'STANDARD' && ExecutionType !== 'EXPRESS')
    complain(
      "'ExecutionType' must be one of [STANDARD, EXPRESS] where 'Mode' is 'DISTRIBUTED'",
      'ItemProcessor/ProcessorConfig/ExecutionType',
    );
  if (ItemReader !== undefined)
    complain("Field 'ItemReader' is not supported by this host: it has no S3, give 'Items'", 'ItemReader');
  return { flatten: isFlattening(ResultWriter, complain) };
}
