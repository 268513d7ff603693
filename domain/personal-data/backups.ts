/** DynamoDB restores any moment of so many days: erased data stay in backups until then, read only by a restore. */
export const BACKUP_DAYS = 35;
