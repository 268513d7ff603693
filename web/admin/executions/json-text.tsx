import Box from '@cloudscape-design/components/box';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import { parseJson } from '../../json.js';

interface JsonTextProps {
  readonly text: string;
  readonly label: string;
  /** All of it at once, in lines as long as there is room; else it scrolls in a room of its own. */
  readonly isWhole?: boolean;
}

/** JSON for reading: indented, to be scrolled and copied. */
export function JsonText({ text, label, isWhole = false }: JsonTextProps) {
  const value = parseJson(text);
  const readable = value === undefined ? text : JSON.stringify(value, undefined, 2);
  return (
    <div>
      <Box variant="awsui-key-label">
        {label}{' '}
        <CopyToClipboard
          variant="icon"
          textToCopy={readable}
          copyButtonAriaLabel={label}
          copySuccessText="✓"
          copyErrorText="✗"
        />
      </Box>
      <pre
        className={isWhole ? 'json json-whole' : 'json'}
        {...(isWhole ? {} : { tabIndex: 0 })}
        aria-label={label}
      >
        {readable}
      </pre>
    </div>
  );
}
