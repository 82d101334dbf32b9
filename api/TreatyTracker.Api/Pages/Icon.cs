using System.Text;

namespace TreatyTracker.Api.Pages;

/// <summary>The icon of the product: a sheet with three lines and a check mark.</summary>
static class Icon
{
    /// <summary>The icon as SVG.</summary>
    public static byte[] Svg { get; } =
        Encoding.UTF8.GetBytes(
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
            <rect width="32" height="32" rx="6" fill="#0b57a4"/>
            <g fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">
            <path d="M8 9h16M8 16h16M8 23h5"/><path d="m18 23 3 3 5-6"/>
            </g>
            </svg>

            """
        );
}
