import { useState } from 'preact/hooks';
import { listOf, parseJson, textOf } from '../../json.js';
import type { Keep } from '../../keep.js';

const NAME = 'phones.open';

/** The phones that stand open, the one opened last in front. They are open again after a reload. */
export function useOpenPhones(keep: Keep) {
  const [open, setOpen] = useState<readonly string[]>(() => listOf(parseJson(keep.read(NAME) ?? ''), textOf));
  const change = (phones: readonly string[]) => {
    keep.write(NAME, JSON.stringify(phones));
    setOpen(phones);
  };
  const show = (phone: string) => {
    if (!open.includes(phone)) change([phone, ...open]);
  };
  const close = (phone: string) => change(open.filter((other) => other !== phone));
  return { open, show, close };
}
