import Button from '@cloudscape-design/components/button';
import { useWords } from '../page/catalogue.js';
import { SHELL } from './words.js';

export function RefreshButton({ onRefresh }: { onRefresh: () => void }) {
  return <Button iconName="refresh" ariaLabel={useWords(SHELL).reload} onClick={onRefresh} />;
}
