import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Language } from '../../../domain/words/language.js';
import { shownNumber } from '../../../contracts/pages/request-number.js';
import { dateTimeText } from '../../../contracts/pages/times.js';
import { beep } from './beep.js';
import { noticePermission } from './desktop-notice.js';
import type { Alarm } from './rings.js';
import { addressOf } from './route.js';
import type { Sound } from './use-sound.js';
import { SHELL } from './words.js';

interface AlarmListProps {
  readonly alarms: readonly Alarm[];
  readonly language: Language;
  readonly timeZone: string;
  readonly sound: Sound;
  readonly go: (path: string) => void;
  readonly onClose: () => void;
}

/** The requests for which whoever is signed in is needed; pressing one opens it. */
export function AlarmList({ alarms, language, timeZone, sound, go, onClose }: AlarmListProps) {
  const words = SHELL[language].alarms;
  return (
    <Modal
      visible
      header={words.title}
      onDismiss={onClose}
      footer={<HowTold language={language} sound={sound} />}
    >
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

/** How a new one is told. The browser is asked only when somebody wants it: one that was told no is not asked again. */
function HowTold({ language, sound }: { language: Language; sound: Sound }) {
  const words = SHELL[language].alarms;
  const [permission, setPermission] = useState(noticePermission);
  const ask = () => void Notification.requestPermission().then(setPermission);
  const outside = { granted: words.isOutside, denied: words.refused, none: words.unable, default: undefined };
  const isMuted = sound.silent === 'muted';
  return (
    <SpaceBetween size="xs">
      <SpaceBetween size="xs" direction="horizontal">
        {permission === 'default' && <Button onClick={ask}>{words.outside}</Button>}
        <Button onClick={sound.turn}>{isMuted ? words.unmute : words.mute}</Button>
        {!isMuted && <Button onClick={beep}>{words.tryIt}</Button>}
      </SpaceBetween>
      {[isMuted ? words.isMuted : words.hint, outside[permission]].map(
        (line) =>
          line && (
            <Box key={line} color="text-body-secondary">
              {line}
            </Box>
          ),
      )}
    </SpaceBetween>
  );
}
