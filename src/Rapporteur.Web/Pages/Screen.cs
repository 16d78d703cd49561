using Microsoft.AspNetCore.Routing;

namespace Rapporteur.Web;

/// <summary>A screen as the navigation names it.</summary>
/// <param name="Path">Its address, such as <c>/meetings</c>.</param>
/// <param name="Label">Its name in the navigation.</param>
/// <param name="Map">Registers its pages and acts.</param>
public sealed record Screen(string Path, string Label, Action<IEndpointRouteBuilder> Map);
