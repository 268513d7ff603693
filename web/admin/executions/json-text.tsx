import Box from '@cloudscape-design/components/box';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import { parseJson } from '../../json.js';

/** JSON for reading: indented, to be scrolled and copied. */
export function JsonText({ text, label }: { text: string; label: string }) {
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
      <pre className="json" tabIndex={0} aria-label={label}>
        {readable}
      </pre>
    </div>
  );
}
