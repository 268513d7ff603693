import type { RequestRow } from '../../../contracts/console/requests.js';

export type Status = RequestRow['status'];
export type ClosedAs = NonNullable<RequestRow['closedAs']>;
export type Path = RequestRow['path'];
export type Channel = RequestRow['channel'];
