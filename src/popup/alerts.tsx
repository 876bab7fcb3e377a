/** Errors as sentences. Screen readers announce each one as it appears. */
export function Alerts({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <div class="errors" role="alert">
      {sentences.map((sentence) => (
        <p key={sentence} class="clamped">
          {sentence}
        </p>
      ))}
    </div>
  );
}
