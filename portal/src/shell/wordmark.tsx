/** Two rings that pass through each other: databases that are connected. Decorative; the name stands beside it as text. */
export const Mark = ({ size = 32 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
    <g fill="none" strokeWidth="3.4">
      <circle cx="14.5" cy="20" r="10" stroke="currentColor" />
      <circle cx="25.5" cy="20" r="10" stroke="#e0b354" />
      <path d="M16.24 10.15A10 10 0 0 1 23.16 15" stroke="currentColor" />
    </g>
  </svg>
)

export const Wordmark = () => (
  <span className="wordmark">
    <Mark />
    <span className="wordmark-name" lang="vi">
      Liên Thông
    </span>
  </span>
)
