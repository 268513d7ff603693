import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Language } from '../../../domain/words/language.js';
import { shownNumber } from '../../../contracts/pages/request-number.js';
import { dateTimeText } from '../../../contracts/pages/times.js';
import { noticePermission } from './desktop-notice.js';
import type { Alarm } from './rings.js';
import { addressOf } from './route.js';
import { SHELL } from './words.js';

interface AlarmListProps {
  readonly alarms: readonly Alarm[];
  readonly language: Language;
  readonly timeZone: string;
  readonly go: (path: string) => void;
  readonly onClose: () => void;
}

/** The requests for which whoever is signed in is needed; pressing one opens it. */
export function AlarmList({ alarms, language, timeZone, go, onClose }: AlarmListProps) {
  const words = SHELL[language].alarms;
  return (
    <Modal visible header={words.title} onDismiss={onClose} footer={<Consent language={language} />}>
      {alarms.length === 0 ? (
        <Box color="text-body-secondary">{words.none}</Box>
      ) : (
        <ul className="alarms">
          {alarms.map(({ id, why, what, where, createdAt }) => (
            <li key={id}>
              <Badge color={why === 'asked' ? 'blue' : 'red'}>{words.why[why]}</Badge>{' '}
              <a
                href={addressOf(`/requests/${id}`)}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                  event.preventDefault();
                  onClose();
                  go(`/requests/${id}`);
                }}
              >
                {[what, where].filter((part) => part !== undefined).join(' · ')}
              </a>
              <Box variant="small" display="block">
                {shownNumber(id)} · {dateTimeText(createdAt, language, timeZone)}
              </Box>
            </li>
          ))}
        </ul>
      )}
    </Modal>
  );
}

/** Asked only when somebody wants it: a browser that was told no is not asked again. */
function Consent({ language }: { language: Language }) {
  const words = SHELL[language].alarms;
  const [permission, setPermission] = useState(noticePermission);
  const ask = () => void Notification.requestPermission().then(setPermission);
  return (
    <SpaceBetween size="xs">
      {permission === 'default' && <Button onClick={ask}>{words.outside}</Button>}
      <Box color="text-body-secondary">{permission === 'granted' ? words.isOutside : words.hint}</Box>
    </SpaceBetween>
  );
}
