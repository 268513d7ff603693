import Link from '@cloudscape-design/components/link';

/** A number that a telephone or the desk's computer dials; one that is masked is only shown. */
export const Dialled = ({ phone }: { phone: string }) =>
  /^\+?[\d -]+$/.test(phone) ? (
    <Link href={`tel:${phone.replaceAll(/[ -]/g, '')}`}>{phone}</Link>
  ) : (
    <>{phone}</>
  );
