import type { PageContext } from '$upperhand/server/pages.js';

declare global {
  namespace App {
    interface Locals extends PageContext {}
    interface Platform extends PageContext {}
  }
}
