// A data folder, for programs that look after one without hosting it; loads nothing of the host.
export { checkWhole, DataFolderDamaged } from './storage/check-data-folder.js';
export { DataFolderInUse, takeDataFolder } from './storage/data-folder-lock.js';
export { openLevelStore, type LevelStore } from './storage/level-store.js';
export { StorageFailure, type StorageFailureKind } from './storage/storage-failure.js';
