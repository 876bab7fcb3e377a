/** What went wrong, as sentences; read aloud when one appears. */
export function Troubles({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <div class="troubles" role="alert">
      {sentences.map((sentence) => (
        <p key={sentence} class="clamped">
          {sentence}
        </p>
      ))}
    </div>
  );
}
