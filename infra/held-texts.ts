import { Construct } from 'constructs';
import { allowTexting } from './outbound-sms.js';
import type { RequestRecords } from './request-records.js';
import { EVERY_HALF_HOUR, runOnSchedule } from './run-on-schedule.js';
import type { MakeFunction, TownFunction } from './town-function.js';

export interface HeldTextsProps {
  readonly make: MakeFunction;
  readonly records: RequestRecords;
}

/** Sends the texts whose quiet hours are over: these end on the hour or the half hour, and what one run leaves the next sends. */
export class HeldTexts extends Construct {
  constructor(scope: Construct, id: string, { make, records }: HeldTextsProps) {
    super(scope, id);
    const sender = make('send-held-texts', { table: records.tableName });
    allowHeldTexts(records, sender);
    runOnSchedule(this, sender, {
      description: 'Sends the texts that waited for the quiet hours to end',
      ...EVERY_HALF_HOUR,
    });
  }
}

/** It looks at what was held, at the hours of the towns that held something and at the asks, and texts people. */
function allowHeldTexts(records: RequestRecords, sender: TownFunction): void {
  records.readTowns(sender);
  records.sendHeldTexts(sender);
  records.recordTexts(sender);
  allowTexting(sender);
}
