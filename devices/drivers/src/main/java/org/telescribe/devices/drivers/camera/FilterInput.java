package org.telescribe.devices.drivers.camera;

import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame_rate;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_config;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_get_filter;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_parse2;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_inout_free;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_FATAL;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avfilter.AVFilterInOut;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/// Pictures that a chain of filters makes out of nothing.
final class FilterInput implements PictureInput {
    private static final String SINK = "buffersink@pictures";

    private final AVFilterGraph graph;
    private final AVFilterContext sink;
    private final AVFrame frame = av_frame_alloc();
    private int lastCode;
    private boolean closed;

    private FilterInput(AVFilterGraph graph, AVFilterContext sink) {
        this.graph = graph;
        this.sink = sink;
    }

    /// Makes the filters.
    ///
    /// @param description FFmpeg's description of them, with one picture output
    /// @return the input
    /// @throws FfmpegRefused with FFmpeg's reason
    static FilterInput open(String description) throws FfmpegRefused {
        av_log_set_level(AV_LOG_FATAL);
        AVFilterGraph graph = avfilter_graph_alloc();
        AVFilterInOut inputs = new AVFilterInOut(null);
        AVFilterInOut outputs = new AVFilterInOut(null);
        int code = avfilter_graph_parse2(graph, description + "," + SINK, inputs, outputs);
        avfilter_inout_free(inputs);
        avfilter_inout_free(outputs);
        if (code >= 0) {
            code = avfilter_graph_config(graph, null);
        }
        AVFilterContext sink = code < 0 ? null : avfilter_graph_get_filter(graph, SINK);
        if (sink == null || sink.isNull()) {
            avfilter_graph_free(graph);
            throw new FfmpegRefused(code < 0 ? FfmpegInput.describe(code) : "it has no picture output");
        }
        return new FilterInput(graph, sink);
    }

    @Override
    public double framesPerSecond() {
        AVRational rate = av_buffersink_get_frame_rate(sink);
        return rate.num() > 0 && rate.den() > 0 ? (double) rate.num() / rate.den() : 30;
    }

    @Override
    public Result next() {
        av_frame_unref(frame);
        lastCode = av_buffersink_get_frame(sink, frame);
        if (lastCode >= 0) {
            return Result.PICTURE;
        }
        return lastCode == AVERROR_EOF ? Result.END : Result.FAILED;
    }

    @Override
    public AVFrame frame() {
        return frame;
    }

    @Override
    public boolean rewind() {
        return false;
    }

    @Override
    public String failure() {
        return FfmpegInput.describe(lastCode);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            av_frame_free(frame);
            avfilter_graph_free(graph);
        }
    }
}
