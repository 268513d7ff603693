type OfWork = { readonly request: string } | { readonly task: string };

/** The context of each error: ids and numbers only, never a name, a phone or a person's words. */
export interface DomainErrors {
  AnswerUnknown: OfWork & { readonly ask: number };
  AskUnknown: OfWork & { readonly ask: number };
  CalendarYearUnknown: { readonly year: number };
  CategoryUnknown: { readonly request: string };
  DepartmentUnknown: { readonly request: string } | { readonly department: string };
  FormFieldWithoutChoices: { readonly programme: string; readonly field: string };
  GridUnknown: { readonly grid: number };
  LadderEmpty: Readonly<Record<string, never>>;
  LeaveReversed: { readonly staff: string };
  LotUnknown: { readonly date: string };
  MethodUnknown: { readonly date: string };
  NotAgreed: { readonly request: string };
  NoInspector: { readonly request: string };
  PersonUnknown: { readonly request: string };
  PhotosFull: { readonly request: string } & { readonly ask?: number };
  QuotaBusy: { readonly programme: string };
  RequestBusy: { readonly request: string };
  RequestOver: { readonly request: string };
  RequestUnknown: { readonly request: string };
  RoundUnknown: { readonly date: string };
  StoredLater: { readonly kind: string; readonly shape: number };
  StoredUnreadable: { readonly kind: string; readonly shape: number; readonly fields: string };
  TaskBusy: { readonly task: string };
  TaskUnknown: { readonly task: string };
  TextMissing: { readonly key: string; readonly language: string };
  TextPlaceholderUnknown: { readonly key: string; readonly placeholder: string };
  TextValueMissing: { readonly key: string; readonly placeholder: string };
  TimeZoneUnknown: { readonly timeZone: string };
  TooFewBytes: { readonly bytes: number };
  TownChanged: { readonly town: string };
  TownUnknown: { readonly town: string };
  WorkingHoursUnusable: Readonly<Record<string, never>>;
}
export type DomainErrorCode = keyof DomainErrors;

/** The family of errors the rules raise. `code` is stable and is what callers branch on. */
export class DomainError<Code extends DomainErrorCode = DomainErrorCode> extends Error {
  constructor(
    readonly code: Code,
    message: string,
    readonly context: DomainErrors[Code],
  ) {
    super(message);
    this.name = code;
  }
}
