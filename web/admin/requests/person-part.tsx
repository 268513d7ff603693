import Button from '@cloudscape-design/components/button';
import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { personRoute } from '../../../contracts/console/requests.js';
import { useLoaded } from '../page/use-loaded.js';
import { useWords } from '../page/catalogue.js';
import { Dialled } from '../shell/dialled.js';
import { HeadedPart } from '../shell/headed.js';
import { LoadedPart } from '../shell/loaded-part.js';
import { pair } from '../shell/pair.js';
import { REQUESTS } from './words.js';

/** The person behind a request: looked at only when asked for, for that is noted. */
export function PersonPart({ id }: { id: string }) {
  const words = useWords(REQUESTS).person;
  const [isShown, setShown] = useState(false);
  return (
    <HeadedPart title={words.title}>
      {isShown ? (
        <Person id={id} />
      ) : (
        <SpaceBetween direction="horizontal" size="m" alignItems="center">
          <Button onClick={() => setShown(true)}>{words.show}</Button>
          <Box color="text-body-secondary">{words.audited}</Box>
        </SpaceBetween>
      )}
    </HeadedPart>
  );
}

function Person({ id }: { id: string }) {
  const words = useWords(REQUESTS).person;
  const loaded = useLoaded(personRoute, { params: { id } });
  return (
    <LoadedPart loaded={loaded}>
      {({ name, phone, filedBy, description, location }) => (
        <KeyValuePairs
          columns={4}
          items={[
            { label: words.name, value: name ?? words.unknown },
            { label: words.phone, value: <Dialled phone={phone} /> },
            ...pair(
              words.filedBy,
              filedBy && (
                <>
                  {filedBy.name} <Dialled phone={filedBy.phone} />
                </>
              ),
            ),
            ...(location ? [{ label: words.location, value: `${location.lat}, ${location.lng}` }] : []),
            { label: words.description, value: description },
          ]}
        />
      )}
    </LoadedPart>
  );
}
