/** DynamoDB goes back to any moment of as many days: what was erased is in its backups until then, which nobody reads but to restore all. */
export const BACKUP_DAYS = 35;
