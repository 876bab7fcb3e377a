/** The icon of public/icons/icon.svg in the colours of the page. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 128 128" aria-hidden="true">
      <rect class="mark-ground" width="128" height="128" rx="30" />
      <path class="mark-stroke" d="M60 47C54 33 24 30 24 56C24 75 47 87 59 102L105 32" />
    </svg>
  );
}
