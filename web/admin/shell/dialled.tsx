import Link from '@cloudscape-design/components/link';
import { usePhones } from './use-phones.js';

/** A number that a telephone or the desk's computer dials, as people of the town read it; one that is masked is only shown. */
export function Dialled({ phone }: { phone: string }) {
  const shown = usePhones()(phone);
  return /^\+?[\d -]+$/.test(phone) ? (
    <Link href={`tel:${phone.replaceAll(/[ -]/g, '')}`}>{shown}</Link>
  ) : (
    <>{shown}</>
  );
}
