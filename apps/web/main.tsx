import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query-client';
import { App } from './app';
import { DisplayedGapsProvider } from './features/gaps/use-displayed-gaps';
import { speak } from './i18n/words';
import { keepForOffline } from './state/keep-for-offline';
import { getPageState } from './state/use-page-state';
import './styles/tokens.css';
import './styles/base.css';

const root = document.getElementById('root');
if (!root) throw new Error('#root missing from index.html; expected one');

await speak(getPageState().lang);

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <DisplayedGapsProvider>
        <App />
      </DisplayedGapsProvider>
    </QueryClientProvider>
  </StrictMode>,
);

keepForOffline();
