/**
 * Every text the system sends, by key, and the placeholders it may name. The words are town data; a town must bring
 * each key in both languages, and each must fit two UCS-2 parts with every placeholder at its longest.
 */

/** The longest a placeholder is ever rendered; longer values are cut with an ellipsis. Characters. */
export const PLACEHOLDER_LENGTH = {
  /** Code of the ask, to be texted back. */
  code: 4,
  /** Number of the request, for example 7Q3K-9M2X. */
  request: 9,
  /** Number of another request. */
  other: 9,
  place: 14,
  category: 12,
  person: 8,
  phone: 14,
  programme: 14,
  step: 14,
  due: 11,
  reason: 30,
  alternatives: 40,
  documents: 60,
  department: 12,
  /** Several lines "K7Q3 road repair". */
  list: 70,
  /** A page of what somebody is asked: lines "K7Q3 7Q3K-9M2X 08-24 17:30", and how to see the next. */
  asks: 88,
  /** A sum of money. */
  yuan: 9,
  given: 9,
  option: 6,
  status: 10,
  link: 60,
  /** The signed link to one ask. Longer ones are not texted: a link must not be cut. */
  page: 116,
  dates: 13,
  /** The points of a check form: "1路面 2照明". */
  points: 40,

  /** How many. */
  count: 3,
  carried: 3,
  people: 3,
  /** "52-12" or "12". */
  household: 8,
  /** Numbers of households, "03 07 112". */
  households: 64,
} as const;
export type Placeholder = keyof typeof PLACEHOLDER_LENGTH;

export const TEXT_KEYS = {
  // to the resident
  receipt: ['request', 'person', 'due'],
  'receipt-petition': ['request', 'person', 'due'],
  'petition-taken-up': ['request', 'person', 'due'],
  'petition-settled': ['request', 'reason'],
  'receipt-unplaced': ['request'],
  'receipt-link': ['request', 'link'],
  documents: ['request', 'documents'],
  appointment: ['request', 'step', 'reason'],
  refused: ['request', 'reason', 'alternatives'],
  extended: ['request', 'reason', 'due'],
  joined: ['request', 'other'],
  'closed-satisfied': ['request'],
  'closed-no-answer': ['request'],
  'closed-refused': ['request'],
  'closed-referred': ['request', 'reason'],
  'closed-joined': ['request', 'other'],
  'closed-withdrawn': ['request'],
  reopened: ['request', 'person'],
  // asks
  'ask-placement': ['code', 'request', 'place', 'category', 'phone', 'due'],
  'ask-acceptance': ['code', 'request', 'place', 'category', 'person', 'phone', 'due'],
  'ask-acceptance-duplicate': ['code', 'request', 'place', 'category', 'phone', 'other', 'due'],
  'ask-taking-up': ['code', 'request', 'place', 'category', 'person', 'phone', 'due'],
  'ask-outcome': ['code', 'request', 'place', 'category', 'due'],
  'ask-application': ['code', 'request', 'programme', 'place', 'due'],
  'ask-approval': ['code', 'request', 'programme', 'step', 'due'],
  'ask-appointment': ['code', 'request', 'programme', 'step', 'person', 'phone', 'due'],
  'ask-report': ['code', 'request', 'place', 'step', 'due'],
  'ask-report-duplicate': ['code', 'request', 'place', 'step', 'other', 'due'],
  'ask-settlement': ['code', 'request', 'place', 'step', 'due'],
  'ask-documents': ['code', 'request', 'documents', 'due'],
  'ask-documents-again': ['code', 'request', 'documents', 'due'],
  'ask-sign-off': ['code', 'request', 'person', 'documents', 'due'],
  'ask-confirmation': ['code', 'request', 'category', 'due'],
  'ask-attention': ['code', 'request', 'category'],
  'ask-link': ['code', 'page'],
  'ask-follow-up': ['code', 'programme', 'place', 'person', 'phone', 'due'],
  'ask-check': ['code', 'place', 'step', 'points', 'due'],
  'ask-call': ['code', 'request', 'category', 'person', 'phone', 'due'],
  'ask-rectification': ['code', 'place', 'step', 'reason', 'due'],
  'ask-re-check': ['code', 'place', 'step', 'reason', 'due'],
  'ask-supervision': ['code', 'request', 'category', 'person', 'due'],
  'ask-task-attention': ['code', 'step', 'place'],
  // to cadres, departments, leaders
  'visit-list': ['place', 'count', 'carried', 'households'],
  'visit-link': ['page'],
  'told-visits-stuck': ['dates'],
  'told-task-overdue': ['person', 'step', 'place', 'due'],
  'told-emergency': ['request', 'place', 'category', 'person', 'phone'],
  'told-stage': ['request', 'programme', 'step'],
  'told-overdue': ['request', 'category', 'person', 'due'],
  'told-reopened': ['request', 'category', 'reason'],
  'told-dissatisfied-twice': ['request', 'category', 'reason'],
  'told-documents-brought': ['request', 'documents', 'reason'],
  'told-documents-not-brought': ['request', 'documents'],
  'told-sign-off-denied': ['request', 'reason'],
  'told-withdrawn': ['request', 'category'],
  'told-superseded': ['request', 'code'],
  'told-outcome': ['request', 'category', 'status'],
  // answers to incoming texts
  'reply-recorded': ['code', 'option', 'request'],
  'reply-recorded-aid': ['code', 'option', 'request', 'yuan'],
  'reply-aid-unclear': ['code'],
  'reply-aid-limit': ['code', 'yuan', 'given'],
  'reply-sessions-limit': ['code', 'request'],
  'reply-help': [],
  'reply-help-resident': [],
  'reply-several': ['list'],
  'reply-open-asks': ['count', 'asks'],
  'reply-muted': ['request'],
  'reply-unmuted': ['request'],
  'reply-unknown-code': ['code'],
  'reply-near-code': ['code', 'other'],
  'reply-bad-option': ['code', 'list'],
  'reply-note-needed': ['code', 'option'],
  'reply-late': ['code', 'request', 'status'],
  'reply-answered': ['code', 'request', 'status'],
  'reply-extended-before': ['code', 'request'],
  'reply-documents-unknown': ['code', 'list'],
  'reply-transfer-unknown': ['code', 'reason'],
  'reply-transfer-limit': ['code', 'request'],
  'reply-received': ['request'],
  'reply-withdrawn': ['request'],
  'reply-nothing-open': [],
  'reply-opted-out': [],
  'reply-opted-in': [],
  'reply-leave-set': ['dates'],
  'reply-leave-refused': ['dates', 'person'],
  'reply-leave-unreadable': [],
  'reply-visit-recorded': ['household', 'people', 'count'],
  'reply-visit-nobody': ['household', 'count'],
  'reply-visit-problem': ['household', 'request'],
  'reply-visit-list': ['place', 'count', 'households'],
  'reply-visit-none': ['place'],
  'reply-visit-not-yours': [],
  'reply-visit-which-grid': ['list'],
  'reply-visit-unknown': ['household'],
  'reply-visit-unreadable': [],
} as const satisfies Record<string, readonly Placeholder[]>;

export type TextKey = keyof typeof TEXT_KEYS;
