namespace LongAnGis.Core.Investment.Roads;

/// <summary>
/// Roads as a graph. Nodes lie where ways meet or end, and where a place touches the network; edges are what lies between, as
/// long as the way is along its course. All lengths are metres.
/// </summary>
public sealed class RoadNetwork
{
    readonly int[] firstIn;
    readonly int[] inFrom;
    readonly double[] inMetres;

    /// <param name="nodes">How many; they are numbered from 0.</param>
    /// <param name="edges">Each for one direction; several may join the same nodes.</param>
    /// <exception cref="ArgumentException">When an edge leads to no node, or its length is no number of 0 or more.</exception>
    public RoadNetwork(int nodes, IReadOnlyList<RoadEdge> edges)
    {
        if (edges.FirstOrDefault(edge => (uint)edge.From >= nodes || (uint)edge.To >= nodes || !(edge.Metres >= 0) || double.IsInfinity(edge.Metres)) is { } wrong)
            throw new ArgumentException($"The edge {wrong} does not belong to a network of {nodes} nodes.", nameof(edges));

        // The edges that lead to each node lie beside each other, for searches go against the traffic.
        firstIn = new int[nodes + 1];
        foreach (var edge in edges)
            firstIn[edge.To + 1]++;
        for (var node = 0; node < nodes; node++)
            firstIn[node + 1] += firstIn[node];
        inFrom = new int[edges.Count];
        inMetres = new double[edges.Count];
        var next = firstIn[..nodes];
        foreach (var edge in edges)
        {
            var place = next[edge.To]++;
            (inFrom[place], inMetres[place]) = (edge.From, edge.Metres);
        }
    }

    public int Nodes => firstIn.Length - 1;

    public int Edges => inFrom.Length;

    /// <summary>
    /// How far it is from every node to the nearest of the targets, along the roads and with their directions: infinite where no
    /// way leads. Dijkstra's search of 1959, from all targets at once and against the traffic: one search answers for all places.
    /// </summary>
    /// <param name="targets">Nodes, each with what is to be added from there on.</param>
    public double[] MetresTo(IEnumerable<RoadAccess> targets)
    {
        var metres = new double[Nodes];
        Array.Fill(metres, double.PositiveInfinity);
        var waiting = new PriorityQueue<int, double>();
        foreach (var (target, further) in targets)
        {
            metres[target] = Math.Min(metres[target], further);
            waiting.Enqueue(target, further);
        }

        while (waiting.TryDequeue(out var node, out var far))
        {
            // A node waits once for each way that was found to it; all but the shortest are stale.
            if (far > metres[node])
                continue;
            for (var edge = firstIn[node]; edge < firstIn[node + 1]; edge++)
            {
                var through = far + inMetres[edge];
                if (through >= metres[inFrom[edge]])
                    continue;
                metres[inFrom[edge]] = through;
                waiting.Enqueue(inFrom[edge], through);
            }
        }

        return metres;
    }
}

/// <summary>A stretch of road that may be driven from one node to another.</summary>
public sealed record RoadEdge(int From, int To, double Metres);

/// <summary>A node, and the metres between it and the place that is meant.</summary>
public sealed record RoadAccess(int Node, double Metres);
