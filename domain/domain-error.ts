interface OfRequest {
  readonly request: string;
}
interface OfTown {
  readonly town: string;
}
interface OfDay {
  readonly date: string;
}
type Nothing = Readonly<Record<string, never>>;
type OfWork = OfRequest | { readonly task: string };

/** What each error is about: ids and numbers only, never a name, a phone or a person's words. */
export interface DomainErrors {
  AnswerUnknown: OfWork & { readonly ask: number };
  AskUnknown: OfWork & { readonly ask: number };
  CalendarYearUnknown: { readonly year: number };
  CategoryUnknown: OfRequest;
  DepartmentUnknown: OfRequest | { readonly department: string };
  FormFieldWithoutChoices: { readonly programme: string; readonly field: string };
  GridUnknown: { readonly grid: number };
  LadderEmpty: Nothing;
  LeaveReversed: { readonly staff: string };
  LotUnknown: OfDay;
  MethodUnknown: OfDay;
  NoInspector: OfRequest;
  PersonUnknown: OfRequest;
  PhotosFull: OfRequest & { readonly ask?: number };
  QuotaBusy: { readonly programme: string };
  RequestBusy: OfRequest;
  RequestOver: OfRequest;
  RequestUnknown: OfRequest;
  RoundUnknown: OfDay;
  StoredLater: { readonly kind: string; readonly shape: number };
  StoredUnreadable: { readonly kind: string; readonly shape: number; readonly fields: string };
  TaskBusy: { readonly task: string };
  TaskUnknown: { readonly task: string };
  TextMissing: { readonly key: string; readonly language: string };
  TextPlaceholderUnknown: { readonly key: string; readonly placeholder: string };
  TextValueMissing: { readonly key: string; readonly placeholder: string };
  TimeZoneUnknown: { readonly timeZone: string };
  TooFewBytes: { readonly bytes: number };
  TownChanged: OfTown;
  TownUnknown: OfTown;
  WorkingHoursUnusable: Nothing;
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
