/** Why no items could be made of what was read, in AWS's words where these are known. */
export class UnreadableItems extends Error {}
