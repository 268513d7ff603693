// The console's components are written for React and drawn by Preact, which stands in its place (package.json).
declare module 'react' {
  import React = require('preact/compat');
  export = React;
}

declare module 'react-dom/client' {
  export { createRoot } from 'preact/compat/client';
}
